//! In what a file's bytes were written, as far as they tell.

/// How many bytes are looked at for UTF-16 that does not begin by saying so.
const LOOKED_AT: usize = 4_096;

/// The encoding in which a file should be read first, by the name that browsers have for it: UTF-16 where its first bytes
/// say so, or where every other byte is a nought, as in most scripts; else UTF-8.
#[must_use]
pub fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] => return "utf-16le",
        [0xfe, 0xff, ..] => return "utf-16be",
        _ => {}
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let noughts = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let is_most = |count: usize| count * 4 > start.len();
    // Lines end and words part in every script, so one side has some noughts and the other has none.
    match (even, odd) {
        (0, odd) if bytes.len().is_multiple_of(2) && is_most(odd) => "utf-16le",
        (even, 0) if bytes.len().is_multiple_of(2) && is_most(even) => "utf-16be",
        _ => "utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::encoding;

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    const TEXT: &str = "The lamp on the pier — “Ada” lights it.\n";

    #[test]
    fn utf_16_is_known_with_a_mark_and_without() {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{TEXT}");
            assert_eq!(encoding(&utf_16(&text, u16::to_le_bytes)), "utf-16le", "{mark:?}");
            assert_eq!(encoding(&utf_16(&text, u16::to_be_bytes)), "utf-16be", "{mark:?}");
        }
    }

    #[test]
    fn stray_noughts_make_no_utf_16_of_a_text() {
        for text in ["", "a", "The\0lamp on the pier", "The lamp\0\0 on the pier", "\0\0\0\0"] {
            assert_eq!(encoding(text.as_bytes()), "utf-8", "{text:?}");
        }
        assert_eq!(encoding(TEXT.as_bytes()), "utf-8");
    }
}
