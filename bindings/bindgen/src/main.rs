//! The generator of uniffi as a program.

fn main() {
    uniffi::uniffi_bindgen_main();
}
