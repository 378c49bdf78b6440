//! Names made alike where they are romanised differently, or written in Hangul.

use crate::value::name_by_sound;

/// How a name sounds, roughly: the same for every usual romanisation of one Korean name and for the name in Hangul.
/// `parts` are its words, folded. A name in Hangul is one word, whose first syllable is the family name when it has three.
#[must_use]
pub fn sound(parts: &[&str]) -> String {
    let mut romanised = Vec::new();
    for part in parts {
        let syllables: Option<Vec<String>> = part.chars().map(syllable).collect();
        match syllables {
            Some(syllables) if syllables.len() == 3 => {
                // 이 is written Lee or Yi, never as it would be.
                romanised.push(if syllables[0] == "i" { "yi".to_owned() } else { syllables[0].clone() });
                romanised.push(syllables[1..].concat());
            }
            Some(syllables) => romanised.push(syllables.concat()),
            None => romanised.push((*part).to_owned()),
        }
    }
    let mut sound = name_by_sound(&romanised);
    // 우 is written woo as often as u.
    let mut place = 0;
    while place + 1 < sound.len() {
        if sound[place] == b'w' && sound[place + 1] == b'u' {
            sound.remove(place);
        }
        place += 1;
    }
    String::from_utf8_lossy(&sound).into_owned()
}

/// A Hangul syllable in the Revised Romanisation, each by itself; nothing for another character. How Unicode composes
/// them: <https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646>.
fn syllable(c: char) -> Option<String> {
    let place = u32::from(c).checked_sub(0xAC00).filter(|place| *place < 11_172)? as usize;
    let (initial, medial, last) = (place / 588, place % 588 / 28, place % 28);
    Some([INITIALS[initial], MEDIALS[medial], FINALS[last]].concat())
}

const INITIALS: [&str; 19] =
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

const MEDIALS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
];

const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_sounds_alike_however_it_is_written() {
        for alike in [
            &[&["seon", "woo"][..], &["sun", "woo"], &["sunwoo"], &["seonu"], &["선우"]][..],
            &[&["han", "seon", "woo"], &["han", "sunwoo"], &["한선우"]],
            &[&["park", "hyung", "sik"], &["pak", "hyeongsik"], &["박형식"]],
            &[&["han", "so", "hee"], &["han", "sohui"], &["한소희"]],
            &[&["lee", "eun", "soo"], &["yi", "eunsu"], &["이은수"]],
            &[&["kim", "hee", "won"], &["gim", "huiwon"], &["김희원"]],
        ] {
            for other in alike {
                assert_eq!(sound(other), sound(alike[0]), "{other:?}");
            }
        }
    }

    #[test]
    fn other_names_sound_otherwise() {
        assert_ne!(sound(&["eun", "soo"]), sound(&["seon", "woo"]));
        assert_ne!(sound(&["한소희"]), sound(&["한선우"]));
    }
}
