//! When two spellings are one name.

use super::Relation;
use crate::case::lowered;

/// The same as written is the same; variants of one name are compatible; another name is not.
pub(super) fn relation(one: &str, two: &str) -> Relation {
    if one == two {
        Relation::Same
    } else if folded(one) == folded(two) {
        Relation::Compatible
    } else {
        Relation::Incompatible
    }
}

/// The name without what spellings of one name may differ in: case, hyphens, spaces, dots, apostrophes, and the usual
/// choices between romanisations of Korean (Seon/Sun, soo/su, hee/hi, Park/Pak, Lee/Yi).
///
/// Two names that fold alike are variants even where they happen to be different people's; a topic that asks a name
/// is about one person, so this stays harmless.
fn folded(name: &str) -> Vec<u8> {
    let words: Vec<String> = lowered(name)
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '.' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    by_sound(&words)
}

/// The words of a name, in lower case, as one, without what romanisations may differ in.
pub(crate) fn by_sound(words: &[String]) -> Vec<u8> {
    // By hand: the library's search in texts weighs more than all that is folded here.
    let mut folded = Vec::new();
    for word in words {
        let usual = FAMILY_NAMES.iter().find(|(variant, _)| variant == word).map_or(word.as_str(), |(_, usual)| usual);
        folded.extend_from_slice(usual.as_bytes());
    }
    for (variant, usual) in ROMANISATIONS {
        let mut place = 0;
        while place + 1 < folded.len() {
            if folded[place..place + 2] == *variant {
                folded[place] = usual;
                folded.remove(place + 1);
            }
            place += 1;
        }
    }
    folded
}

/// Family names that are romanised in several ways, each with the form that stands for all.
const FAMILY_NAMES: [(&str, &str); 12] = [
    ("yi", "lee"),
    ("rhee", "lee"),
    ("pak", "park"),
    ("bak", "park"),
    ("gim", "kim"),
    ("choe", "choi"),
    ("jeong", "jung"),
    ("chung", "jung"),
    ("jo", "cho"),
    ("gang", "kang"),
    ("an", "ahn"),
    ("yun", "yoon"),
];

/// Vowels that are romanised in several ways, longest first.
const ROMANISATIONS: [(&[u8; 2], u8); 5] = [(b"eo", b'u'), (b"oo", b'u'), (b"ou", b'u'), (b"ee", b'i'), (b"ui", b'i')];
