// For Android Studio. Unverified: Maven builds and tests the app here (docs/app.md).
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositories {
        google()
        mavenCentral()
        // Where `mvn -f bindings/kotlin install` puts the library.
        mavenLocal()
    }
}

rootProject.name = "android-demo"
include(":app")
