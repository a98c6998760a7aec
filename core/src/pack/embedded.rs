//! The pack that is built in: the canonical form of `core/packs/ilp`, compressed by the build.

use super::canonical::{self, CanonicalError};

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ilp.json.deflate"));

/// The hash of the pack that is built in. The build computes it, so that a start of the app need not.
pub(super) static HASH: &[u8; 32] = include_bytes!(concat!(env!("OUT_DIR"), "/ilp.sha256"));

/// The canonical JSON of the pack that is built in.
///
/// # Errors
/// When the build is broken.
pub(super) fn json() -> Result<String, CanonicalError> {
    canonical::decompress(PACK)
}
