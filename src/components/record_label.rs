//! A portrait where there are no photographs: the label of a record with someone's initials.

use yew::prelude::*;

use crate::markup::html;

/// How many colours there are for the disc, and for the sleeve behind it.
const COLOURS: u32 = 8;

/// The drawing for a name; the colours come from the slug. It says nothing that the name beside it does not, so it is hidden from those who do not see it.
pub(crate) fn record_label(slug: &str, name: &str) -> Html {
    let (disc, sleeve) = colours(slug);
    html! {
        <svg class="record-label" viewBox="0 0 140 140" aria-hidden="true">
            <rect class="cover" data-review={sleeve.to_string()} width="140" height="140" rx="6" />
            <g data-review={disc.to_string()}>
                <circle class="disc" cx="70" cy="70" r="66" />
                for radius in [60, 54, 48, 42, 36, 30] {
                    <circle key={radius} class="groove" cx="70" cy="70" r={radius.to_string()} />
                }
                <circle class="label" cx="70" cy="70" r="23" />
                <text class="initials" x="70" y="70" text-anchor="middle" dominant-baseline="central">
                    { initials(name) }
                </text>
            </g>
        </svg>
    }
}

/// Two different colours, numbered as the reviews' are, always the same for a slug.
fn colours(slug: &str) -> (u32, u32) {
    // FNV-1a: small, and spreads short slugs well.
    let hash = slug.bytes().fold(2_166_136_261_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    let disc = hash % COLOURS;
    let sleeve = (disc + 1 + (hash / COLOURS) % (COLOURS - 1)) % COLOURS;
    (disc + 1, sleeve + 1)
}

/// The initials of the given name, which follows the family name here: "Oh No-eul" gives NE, "Oh Bo" B. A name of
/// one word gives its first letter. Letters beyond ASCII stay as they are written.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let given = if words.len() > 1 { &words[1..] } else { &words[..] };
    let parts = given.iter().flat_map(|word| word.split('-')).filter_map(|part| part.chars().next());
    parts.take(2).map(|initial| initial.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_given_name() {
        assert_eq!(initials("Oh No-eul"), "NE");
        assert_eq!(initials("Oh Bo"), "B");
        assert_eq!(initials("Cher"), "C");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn disc_and_sleeve_never_share_a_colour() {
        for slug in ["a", "b", "oh-no-eul", "c-01", "oh-bo", "someone-else", ""] {
            let (disc, sleeve) = colours(slug);
            assert_ne!(disc, sleeve);
            assert!((1..=COLOURS).contains(&disc) && (1..=COLOURS).contains(&sleeve));
        }
    }
}
