//! The generator of uniffi, a crate of its own so that it is built once: its command line is large and the library needs none of it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
