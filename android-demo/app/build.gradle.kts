// For Android Studio. Unverified: Maven builds and tests the app here (docs/app.md).
plugins {
    id("com.android.application") version "8.13.0"
    id("org.jetbrains.kotlin.android") version "2.4.21"
}

android {
    namespace = "id.siklus.app"
    compileSdk = 35

    defaultConfig {
        applicationId = "id.siklus.app"
        minSdk = 26
        targetSdk = 35
        versionCode = 1
        versionName = "0.1.0"
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
}

// The native library of each kind of phone lies in src/main/jniLibs; docs/embedding.md tells how it is built.
dependencies {
    implementation("id.siklus:siklus:0.1.0") { exclude(group = "net.java.dev.jna") }
    implementation("net.java.dev.jna:jna:5.19.1@aar")
    implementation("net.zetetic:sqlcipher-android:4.10.0@aar")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.11.0")
}
