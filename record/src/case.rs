//! Lower case by arithmetic, and a plain search: the standard library's tables for all of Unicode, and its search made
//! for long texts, weigh more than the rest of the app's text functions together.

/// The text in lower case, where it is Latin (as far as Latin Extended-A), Greek or Cyrillic. Other letters stay.
#[must_use]
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether one text stands in another.
pub(crate) fn holds(text: &str, wanted: &str) -> bool {
    wanted.is_empty() || text.as_bytes().windows(wanted.len()).any(|there| there == wanted.as_bytes())
}

/// One letter in lower case, where [`lowered`] changes it.
pub(crate) fn lower(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        // Capitals and small letters take turns.
        'Ā'..='Į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' if u32::from(c) % 2 == 0 => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if u32::from(c) % 2 == 1 => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One that is two letters in lower case, and one whose small letter is far from it.
    const KEPT: [char; 2] = ['İ', 'Ÿ'];

    #[test]
    fn agrees_with_unicode_as_far_as_latin_extended_a() {
        for c in ('\0'..='ſ').filter(|c| !KEPT.contains(c)) {
            assert!(lower(c).to_string() == c.to_lowercase().to_string(), "{c}");
        }
    }

    #[test]
    fn agrees_with_unicode_on_greek_and_cyrillic() {
        for c in ('Α'..='Ω').chain('α'..='ώ').chain('Ѐ'..='џ') {
            assert!(lower(c).to_string() == c.to_lowercase().to_string(), "{c}");
        }
    }

    #[test]
    fn finds_a_text_wherever_it_stands() {
        for (text, wanted) in
            [("a song", "song"), ("", ""), ("a song", "a"), ("한소희", "소"), ("a", "ab"), ("aab", "ab")]
        {
            assert_eq!(holds(text, wanted), text.contains(wanted), "{wanted} in {text}");
        }
    }

    #[test]
    fn lowers_whole_texts() {
        assert_eq!(lowered("Éléonore ŁÓDŹ, Ночь 한"), "éléonore łódź, ночь 한");
    }
}
