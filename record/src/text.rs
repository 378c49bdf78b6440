//! A review's text as the record reads it: normalised, cut into paragraphs, folded.

use sha2::{Digest, Sha256};

use crate::unicode::{is_alone, nfc, nfkc};

/// A review's normalised text: NFC, line ends LF, no trailing white space, no byte-order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    normalised: String,
    paragraphs: Vec<Paragraph>,
}

/// A non-empty line of a text. Positions in it count Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    chars: Vec<char>,
}

impl Text {
    /// Normalises what a file holds.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        let raw = raw.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<String> = nfc(&raw).split('\n').map(|line| line.trim_end().into()).collect();
        let paragraphs = lines
            .iter()
            .filter(|line| !line.is_empty())
            .map(|line| Paragraph { chars: line.chars().collect() })
            .collect();
        Self { normalised: lines.join("\n"), paragraphs }
    }

    /// The paragraphs; the first is number 1.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The paragraphs with their numbers, from 1; those past the last number that a locator can name are left out.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (u16, &Paragraph)> {
        (1..=u16::MAX).zip(&self.paragraphs)
    }

    /// The paragraph of that number, from 1.
    #[must_use]
    pub fn paragraph(&self, number: u16) -> Option<&Paragraph> {
        self.paragraphs.get(usize::from(number).checked_sub(1)?)
    }

    /// How many words it has, parted by white space.
    #[must_use]
    pub fn words(&self) -> usize {
        self.normalised.split_whitespace().count()
    }

    /// SHA-256 of the normalised text, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        Sha256::digest(self.normalised.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Paragraph {
    /// Its length in code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Never true: an empty line is no paragraph.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The code points from `start`, `length` of them, cut off at the paragraph's end.
    #[must_use]
    pub fn slice(&self, start: usize, length: usize) -> String {
        self.chars.get(start..).unwrap_or_default().iter().take(length).collect()
    }

    /// The code point at a position.
    #[must_use]
    pub fn char_at(&self, position: usize) -> Option<char> {
        self.chars.get(position).copied()
    }

    /// Its code points.
    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Every position at which `words` stand, exactly as written.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<usize> {
        let words: Vec<char> = nfc(words).chars().collect();
        if words.is_empty() || words.len() > self.chars.len() {
            return Vec::new();
        }
        (0..=self.chars.len() - words.len()).filter(|&start| self.chars[start..].starts_with(&words)).collect()
    }
}

/// The words without what a copy of a text may change: compatibility forms (NFKC), case, the kind of quotes, dashes
/// and spaces.
#[must_use]
pub fn folded(words: &str) -> String {
    // Quotes are folded first as well: NFKC takes some of them apart into a space and an accent.
    let folded: String =
        nfkc(&words.chars().map(fold).collect::<String>()).chars().flat_map(char::to_lowercase).map(fold).collect();
    // A small letter may be one with the mark after it where the capital is not, such as J and a caron.
    if folded.is_ascii() { folded } else { nfkc(&folded) }
}

/// Whether a code point folds to the same whatever stands before it: it is no mark that combines, and no later part of a
/// Hangul syllable.
pub(crate) fn begins(c: char) -> bool {
    let c = fold(c);
    c.is_ascii() || nfkc(c.encode_utf8(&mut [0; 4])).chars().next().is_some_and(is_alone)
}

/// Adds what a code point with those on it folds to; what comes next is one that [`begins`].
pub(crate) fn fold_begun(chars: &[char], to: &mut String) {
    match chars {
        [c] if fold(*c).is_ascii() => to.push(fold(*c).to_ascii_lowercase()),
        chars => to.push_str(&folded(&chars.iter().collect::<String>())),
    }
}

fn fold(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}
