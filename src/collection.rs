//! The record that the build packed into the app.

use std::sync::LazyLock;

use liner_notes_record::Record;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/record.bin"));

static RECORD: LazyLock<Result<Record, postcard::Error>> = LazyLock::new(|| postcard::from_bytes(PACKED));

/// The record, unpacked on first use.
///
/// # Errors
/// When the packed bytes are damaged; the build wrote them from a record that it had checked.
pub fn record() -> Result<&'static Record, &'static postcard::Error> {
    RECORD.as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_packed_record_unpacks() {
        assert!(super::record().is_ok());
    }
}
