//! Random bytes of the operating system.

use std::io;

use super::AccessError;

/// So many bytes that nobody can foresee.
pub(super) fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], AccessError> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes).map_err(|_| AccessError::Io(io::ErrorKind::Other))?;
    Ok(bytes)
}
