//! The normalisation forms of Unicode.
//!
//! Their tables are some 100 KB. A browser has them, so there it is asked; elsewhere a library brings them. Both keep to
//! the same promise: what is normalised once stays so in every later version, for all characters that were assigned.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use library::{is_alone, nfc, nfkc};

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{is_alone, nfc, nfkc};

#[cfg(not(target_arch = "wasm32"))]
mod library {
    use std::iter::once;

    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

    /// In NFC.
    pub(crate) fn nfc(words: &str) -> String {
        words.nfc().collect()
    }

    /// In NFKC.
    pub(crate) fn nfkc(words: &str) -> String {
        words.nfkc().collect()
    }

    /// Whether text of such code points alone is in NFKC, wherever it is cut:
    /// <https://unicode.org/reports/tr15/#Concatenation>.
    pub(crate) fn is_alone(c: char) -> bool {
        canonical_combining_class(c) == 0 && is_nfkc_quick(once(c)) == IsNormalized::Yes
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{JsString, RegExp};

    /// In NFC.
    pub(crate) fn nfc(words: &str) -> String {
        JsString::from(words).normalize("NFC").into()
    }

    /// In NFKC.
    pub(crate) fn nfkc(words: &str) -> String {
        JsString::from(words).normalize("NFKC").into()
    }

    /// Whether text of such code points alone is in NFKC, wherever it is cut. A browser tells of no classes, so this says
    /// no of every mark and of the parts of Hangul syllables; who is told no looks more closely.
    pub(crate) fn is_alone(c: char) -> bool {
        let word = c.to_string();
        let is_part = matches!(c, '\u{1100}'..='\u{11ff}') || RegExp::new("\\p{M}", "u").test(&word);
        !is_part && nfkc(&word) == word
    }
}
