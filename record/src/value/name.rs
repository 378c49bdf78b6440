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
fn folded(name: &str) -> String {
    let mut words: Vec<String> = lowered(name)
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '.' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    for word in &mut words {
        if let Some((_, usual)) = FAMILY_NAMES.iter().find(|(variant, _)| variant == word) {
            *word = (*usual).to_owned();
        }
    }
    let mut folded = words.concat();
    for (variant, usual) in ROMANISATIONS {
        folded = folded.replace(variant, usual);
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
const ROMANISATIONS: [(&str, &str); 5] = [("eo", "u"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ui", "i")];
