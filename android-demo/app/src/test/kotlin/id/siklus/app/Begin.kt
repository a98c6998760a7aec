package id.siklus.app

import id.siklus.Siklus
import id.siklus.app.model.Model
import id.siklus.app.model.Session
import kotlinx.coroutines.runBlocking

/** Begins to work with a new store, whose lock is no part of what is shown. */
fun Model.beginWithNewStore(): Siklus =
    runBlocking {
        val siklus = Siklus.create(phone.folder.resolve("siklus.db"), ByteArray(32) { 7 }, phone.now())
        begin(Session("0199c6a2-9b1e-7c3d-8e4f-5a6b7c8d9e0f", "Bu Rina", siklus, phone))
        siklus
    }

/** The same on the phone in this hand. */
fun Hand.begin(): Siklus = model.beginWithNewStore()
