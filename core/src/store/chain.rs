//! The chain of a device: each row's hash holds the one before it, so that no row can be changed, left out or moved unseen.

use minicbor::Encoder;
use minicbor::encode::Write;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};

/// A SHA-256.
pub(super) type Hash = [u8; 32];

/// The way in which a row is hashed.
const FORMAT: u8 = 1;

/// A row and the hash before it.
pub(super) struct Link<'r> {
    pub before: &'r Hash,
    /// The columns of `entry` but its hash, in the order of the schema.
    pub header: &'r [Value],
    /// The columns of the row's kind.
    pub body: &'r [Value],
}

impl Link<'_> {
    /// The SHA-256 of the hash before it, the version of this format and all columns as canonical CBOR in the order of the schema.
    pub(super) fn hash(&self) -> Hash {
        let mut encoder = Encoder::new(Hasher(Sha256::new()));
        // Hashing never fails.
        let _ = self.write(&mut encoder);
        encoder.into_writer().0.finalize().into()
    }

    fn write(&self, to: &mut Encoder<Hasher>) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        let columns = self.header.len() + self.body.len();
        to.array(columns as u64 + 2)?.bytes(self.before)?.u8(FORMAT)?;
        for value in self.header.iter().chain(self.body) {
            match value {
                Value::Null => to.null()?,
                Value::Integer(number) => to.i64(*number)?,
                // No column of the schema is of this type.
                Value::Real(number) => to.f64(*number)?,
                Value::Text(text) => to.str(text)?,
                Value::Blob(bytes) => to.bytes(bytes)?,
            };
        }
        Ok(())
    }
}

/// Hashes what is written to it.
struct Hasher(Sha256);

impl Write for Hasher {
    type Error = std::convert::Infallible;

    fn write_all(&mut self, bytes: &[u8]) -> Result<(), Self::Error> {
        self.0.update(bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(before: Hash, header: &[Value], body: &[Value]) -> Hash {
        Link { before: &before, header, body }.hash()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn it_depends_on_each_column_and_on_the_hash_before() {
        let (header, body) = ([Value::Integer(7), Value::Null], [text("a"), text("b")]);
        let whole = hash([0; 32], &header, &body);
        assert_eq!(whole, hash([0; 32], &header, &body));
        assert_ne!(whole, hash([1; 32], &header, &body));
        assert_ne!(whole, hash([0; 32], &[Value::Integer(8), Value::Null], &body));
        assert_ne!(whole, hash([0; 32], &header, &[text("b"), text("a")]));
        assert_ne!(whole, hash([0; 32], &header, &[text("a"), text("")]));
    }

    #[test]
    fn columns_never_run_into_each_other() {
        assert_ne!(hash([0; 32], &[], &[text("ab"), text("c")]), hash([0; 32], &[], &[text("a"), text("bc")]));
        assert_ne!(hash([0; 32], &[], &[text("1")]), hash([0; 32], &[], &[Value::Integer(1)]));
        assert_ne!(hash([0; 32], &[], &[text("a")]), hash([0; 32], &[], &[Value::Blob(b"a".to_vec())]));
    }
}
