//! The record that the build packed into the app.

use std::sync::LazyLock;

use liner_notes_record::Record;
use liner_notes_record::packed::{self, Damaged};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/record.bin"));

static RECORD: LazyLock<Result<Record, Damaged>> = LazyLock::new(|| packed::unpack(PACKED));

/// The record as it is packed, for whoever reads it elsewhere.
#[must_use]
pub fn packed() -> &'static [u8] {
    PACKED
}

/// The record, unpacked on first use.
///
/// # Errors
/// When the packed bytes are damaged; the build wrote them from a record that it had checked.
pub fn record() -> Result<&'static Record, Damaged> {
    RECORD.as_ref().map_err(|damaged| *damaged)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_packed_record_unpacks() {
        assert!(super::record().is_ok());
    }
}
