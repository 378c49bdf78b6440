//! A text as words, made alike where people write them differently: case, marks over letters, hyphens, apostrophes.

use std::ops::Range;

use crate::case::lower;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as it is compared.
    pub folded: String,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// Whether it is made of the words before it, which a hyphen joins: `k-drama` is `k`, `drama` and `kdrama`.
    pub is_joined: bool,
}

/// The words of a text, in its order; what a hyphen joins comes apart and then once more as one.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    // Where what hyphens join begins, in the text and among the words.
    let mut joined: Option<(usize, usize)> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if !is_letter(first) {
            if !is_hyphen(first) || !rest.peek().is_some_and(|(_, next)| is_letter(*next)) {
                close(&mut words, &mut joined);
            }
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = rest.next_if(|(_, c)| is_letter(*c) || is_apostrophe(*c)) {
            if is_letter(c) {
                end = at + c.len_utf8();
            }
        }
        let (from, _) = *joined.get_or_insert((start, words.len()));
        // A word that no hyphen joins to the one before it is the first of its own.
        if from != start && !text[..start].ends_with(is_hyphen) {
            close(&mut words, &mut joined);
            joined = Some((start, words.len()));
        }
        let folded = folded(&text[start..end]);
        // Marks over no letter are nothing to look for, and would fit everything.
        if !folded.is_empty() {
            words.push(Word { folded, at: start..end, is_joined: false });
        }
    }
    close(&mut words, &mut joined);
    words
}

/// Adds what hyphens join as one word, where it is more than one.
fn close(words: &mut Vec<Word>, joined: &mut Option<(usize, usize)>) {
    let Some((start, first)) = joined.take() else { return };
    let parts = &words[first..];
    if let [_, .., last] = parts {
        let folded = parts.iter().map(|part| part.folded.as_str()).collect();
        let at = start..last.at.end;
        words.push(Word { folded, at, is_joined: true });
    }
}

/// One word as it is compared: in lower case, without marks over letters, without apostrophes and what shows
/// possession.
#[must_use]
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match lower(c) {
            '\u{300}'..='\u{36f}' => {}
            c if is_apostrophe(c) => folded.push('\''),
            c => push_base(&mut folded, c),
        }
    }
    if let Some(owner) = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')) {
        folded.truncate(owner.len());
    }
    folded.retain(|c| c != '\'');
    folded
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Letters and figures; what the language's library knows of them is too heavy for the app.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // Signs of Latin-1, general punctuation with its spaces, arrows to dingbats, CJK punctuation, private use.
        '\u{80}'..='\u{bf}' | '×' | '÷' => matches!(c, 'ª' | 'µ' | 'º'),
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' => false,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{fffd}' => false,
        // Emoji and the like.
        '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// A small letter without what stands over or through it, where it is Latin.
fn push_base(folded: &mut String, c: char) {
    let base = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' | 'ŧ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'æ' => return folded.push_str("ae"),
        'œ' => return folded.push_str("oe"),
        'ß' => return folded.push_str("ss"),
        'þ' => return folded.push_str("th"),
        _ => c,
    };
    folded.push(base);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn case_marks_and_apostrophes_make_no_difference() {
        assert_eq!(folds("Éléonore’s Don't ŁÓDŹ straße"), ["eleonore", "dont", "lodz", "strasse"]);
        assert_eq!(folds("e\u{301}le\u{301}onore"), ["eleonore"]);
    }

    #[test]
    fn what_a_hyphen_joins_comes_apart_and_as_one() {
        assert_eq!(folds("a K-drama with Sun-woo"), ["a", "k", "drama", "kdrama", "with", "sun", "woo", "sunwoo"]);
        assert_eq!(folds("a one-and-only"), ["a", "one", "and", "only", "oneandonly"]);
        assert_eq!(folds("pre- and post-war - x"), ["pre", "and", "post", "war", "postwar", "x"]);
    }

    #[test]
    fn signs_part_words_and_are_none() {
        assert_eq!(folds("Soundtrack #1: “one” (two)… 3/4 😀"), ["soundtrack", "1", "one", "two", "3", "4"]);
        assert_eq!(folds("  \u{3000}·—"), Vec::<String>::new());
    }

    #[test]
    fn marks_over_no_letter_are_no_word() {
        assert_eq!(folds("( \u{361}° \u{35c}ʖ \u{361}°)"), ["ʖ"]);
        assert_eq!(folds("\u{301}-lamp \u{301}"), ["lamp"]);
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        assert_eq!(folds("한소희 は"), ["한소희", "は"]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "‘Sun-woo’s’ é";
        let places: Vec<&str> = words(text).iter().map(|word| &text[word.at.clone()]).collect();
        assert_eq!(places, ["Sun", "woo’s", "Sun-woo’s", "é"]);
    }
}
