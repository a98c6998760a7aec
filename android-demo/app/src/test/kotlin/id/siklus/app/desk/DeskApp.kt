package id.siklus.app.desk

import id.siklus.app.SiklusApp

/** The app on a desktop. */
class DeskApp : SiklusApp()
