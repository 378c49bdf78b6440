//! Texts as a query has them: spaces as `+`, and as `%` and two figures each byte that a query keeps for itself.
//!
//! The library that does this weighs a thousand bytes, most of them for bytes that are no text at all; the tests hold
//! what is here against it.

/// Writes a text as a query has it. A comma stays: it parts the values of a list and may stand in a query as it is.
pub(crate) fn encode(text: &str, to: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'*' | b'-' | b'.' | b'_' | b',' => to.push(char::from(byte)),
            b' ' => to.push('+'),
            _ => {
                to.push('%');
                [byte >> 4, byte & 15].into_iter().for_each(|half| to.push(char::from(FIGURES[usize::from(half)])));
            }
        }
    }
}

const FIGURES: &[u8; 16] = b"0123456789ABCDEF";

/// Reads a text that stands in a query. A `%` without two figures is one, and what is no text when it is read stays as
/// it was.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        rest = others;
        bytes.push(match (first, others) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (half(*high), half(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            _ => *first,
        });
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn half(figure: u8) -> Option<u8> {
    match figure {
        b'0'..=b'9' => Some(figure - b'0'),
        b'A'..=b'F' => Some(figure - b'A' + 10),
        b'a'..=b'f' => Some(figure - b'a' + 10),
        _ => None,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(text: &str) -> String {
        let mut encoded = String::new();
        encode(text, &mut encoded);
        encoded
    }

    #[test]
    fn what_is_no_text_stays_as_it_was() {
        assert_eq!(decode("%ff%FE"), "%ff%FE");
        assert_eq!(decode("100%25 100% %zz %4"), "100% 100% %zz %4");
    }

    proptest! {
        #[test]
        fn every_text_reads_back(text in ".*") {
            prop_assert_eq!(decode(&encoded(&text)), text);
        }

        #[test]
        fn texts_are_written_as_the_library_writes_them(text in ".*") {
            let library: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            prop_assert_eq!(encoded(&text), library.replace("%2C", ","));
        }

        #[test]
        fn texts_are_read_as_the_library_reads_them(text in "([^&=]|%[0-9a-fA-F]{2}|%[c-d][0-9a-f]%[89ab][0-9a-f]){0,12}") {
            let (library, _) = form_urlencoded::parse(text.as_bytes()).next().unwrap_or_default();
            if !library.contains('\u{fffd}') {
                prop_assert_eq!(decode(&text), library);
            }
        }
    }
}
