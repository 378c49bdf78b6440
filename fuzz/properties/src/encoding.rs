//! A file's bytes: they are taken for one of three encodings, and a text in any of those is known as what it is.

use liner_notes_desk::encoding;

use crate::as_text;

/// Holds a file's bytes to it.
pub fn holds(bytes: &[u8]) {
    let named = encoding(bytes);
    assert!(["utf-8", "utf-16le", "utf-16be"].contains(&named), "{named} is none of the three");
    assert_eq!(encoding(bytes), named);
    let text = as_text(bytes);
    // No plain text has a nought in it, and a mark within a text is none.
    let text: String = text.chars().filter(|c| !matches!(c, '\0' | '\u{feff}')).collect();
    assert_eq!(encoding(text.as_bytes()), "utf-8", "{text:?}");
    let marked = format!("\u{feff}{text}");
    assert_eq!(encoding(marked.as_bytes()), "utf-8", "{marked:?}");
    let written = |bytes: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    assert_eq!(encoding(&written(u16::to_le_bytes)), "utf-16le", "{marked:?}");
    assert_eq!(encoding(&written(u16::to_be_bytes)), "utf-16be", "{marked:?}");
    // Without the mark a text is known where it is mostly of letters that need one byte.
    let plain: String = text.chars().filter(char::is_ascii).collect();
    if !plain.is_empty() {
        let written = |bytes: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(encoding(&written(u16::to_le_bytes)), "utf-16le", "{plain:?}");
        assert_eq!(encoding(&written(u16::to_be_bytes)), "utf-16be", "{plain:?}");
    }
}
