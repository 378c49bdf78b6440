//! What people type, and what they then see first.

use std::path::Path;

use liner_notes_record::search::{Asked, Hit, Marked, Search, Thing};
use liner_notes_record::{Dial, Level, Record, Shown, source};

fn own() -> Record {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    source::read(&folder.join(OWN)).unwrap()
}

/// Where the project's own collection lies.
const OWN: &str = "assets/record";

/// What somebody typed, and what comes first: its kind and what it goes by in addresses.
const PAIRS: &[(&str, &str)] = &[
    // One person under every spelling
    ("Han Seon-woo", "card han-seon-woo"),
    ("Seon-woo", "card han-seon-woo"),
    ("Seon Woo", "card han-seon-woo"),
    ("Sun-woo", "card han-seon-woo"),
    ("sun woo", "card han-seon-woo"),
    ("sunwoo", "card han-seon-woo"),
    ("Sun-Woo", "card han-seon-woo"),
    ("SEONWOO", "card han-seon-woo"),
    ("선우", "card han-seon-woo"),
    ("한선우", "card han-seon-woo"),
    ("Han Sun Woo", "card han-seon-woo"),
    ("han sunwoo", "card han-seon-woo"),
    ("Sun woo Han", "card han-seon-woo"),
    ("\u{1109}\u{1165}\u{11ab}\u{110b}\u{116e}", "card han-seon-woo"),
    ("Lee Eun-soo", "card lee-eun-soo"),
    ("eunsoo", "card lee-eun-soo"),
    ("Eun Soo", "card lee-eun-soo"),
    ("eun su", "card lee-eun-soo"),
    ("eun-su", "card lee-eun-soo"),
    ("은수", "card lee-eun-soo"),
    ("이은수", "card lee-eun-soo"),
    ("Yi Eun-su", "card lee-eun-soo"),
    ("Park Hyung-sik", "card park-hyung-sik"),
    ("Park Hyung Sik", "card park-hyung-sik"),
    ("park hyungsik", "card park-hyung-sik"),
    ("Pak Hyeong-sik", "card park-hyung-sik"),
    ("hyung sik", "card park-hyung-sik"),
    ("박형식", "card park-hyung-sik"),
    ("Han So-hee", "card han-so-hee"),
    ("han sohee", "card han-so-hee"),
    ("Han So Hee", "card han-so-hee"),
    ("so hee", "card han-so-hee"),
    ("sohui", "card han-so-hee"),
    ("한소희", "card han-so-hee"),
    ("Kim Hee-won", "card kim-hee-won"),
    ("hee won", "card kim-hee-won"),
    ("ahn saebom", "card ahn-sae-bom"),
    ("an sae-bom", "card ahn-sae-bom"),
    ("jay jun", "card jay-jun"),
    ("hyungsick", "card park-hyung-sik"),
    // Topics, as they are called, in part, with a slip
    ("episodes", "topic episodes"),
    ("number of episodes", "topic episodes"),
    ("episdoes", "topic episodes"),
    ("chemistry", "topic chemistry"),
    ("chemisty", "topic chemistry"),
    ("chem", "topic chemistry"),
    ("writer", "topic writer"),
    ("pace", "topic pace"),
    ("music", "topic music"),
    ("Rating", "topic rating"),
    ("why they live together", "topic why-together"),
    ("who asks whom", "topic who-asks"),
    ("dilemma", "topic dilemma"),
    ("predictable", "topic predictable"),
    ("his work", "topic his-job"),
    ("native title", "topic native-title"),
    ("direction", "topic direction"),
    ("what k-dramas usually do", "topic k-drama-habits"),
    ("kdramas usually", "topic k-drama-habits"),
    ("true to life", "topic realism"),
    // Reviews
    ("nme", "review nme"),
    ("NME", "review nme"),
    ("seoulbeats", "review seoulbeats"),
    ("seoulbeat", "review seoulbeats"),
    ("movie culture", "review the-movie-culture"),
    ("ahgase", "review ahgase-watch-tv"),
    ("Talents of World", "review talents-of-world"),
    // Moments
    ("he falls in love", "moment he-falls-in-love"),
    ("share a home", "moment share-home"),
    ("exhibition", "moment his-dry-spell"),
    ("friendship begins", "moment friendship-begins"),
    // Other titles
    ("Hwarang", "related hwarang"),
    ("romeo and juliet", "related romeo-and-juliet"),
    ("Nevertheless", "related nevertheless"),
    ("alchemy", "related alchemy-of-souls"),
    ("strong girl bongsoon", "related strong-girl"),
    // Filters and phrases
    ("review:nme originality", "claim nme originality"),
    ("\"number of episodes\"", "topic episodes"),
];

fn called(hit: &Hit<'_, '_>) -> String {
    match hit.thing {
        Thing::Card(who) => format!("card {}", who.slug()),
        Thing::Topic(topic) => format!("topic {}", topic.id),
        Thing::Claim(claim) => format!("claim {} {}", claim.review, claim.topic),
        Thing::Moment(moment) => format!("moment {}", moment.id),
        Thing::Telling(telling) => format!("telling {} {}", telling.review, telling.moment),
        Thing::Review(review) => format!("review {}", review.id),
        Thing::Related(mention) => format!("related {}", mention.work),
    }
}

#[test]
fn what_is_looked_for_comes_first() {
    let record = own();
    let search = Search::over(Shown::new(&record, Dial::None));
    let mut other = Vec::new();
    for (typed, expected) in PAIRS {
        let hits = search.find(&Asked::read(typed));
        let first: Vec<String> = hits.iter().take(3).map(|hit| format!("{} {:.1}", called(hit), hit.score)).collect();
        if hits.first().map(called).as_deref() != Some(expected) {
            other.push(format!("{typed}: {expected} expected, {first:?} found"));
        }
    }
    assert!(other.is_empty(), "{} of {}:\n{}", other.len(), PAIRS.len(), other.join("\n"));
}

fn found(record: &Record, dial: Dial, typed: &str) -> Vec<String> {
    let search = Search::over(Shown::new(record, dial));
    search.find(&Asked::read(typed)).iter().map(called).collect()
}

#[test]
fn above_the_dial_nothing_is_found() {
    let record = own();
    let search = Search::over(Shown::new(&record, Dial::None));
    let all = Shown::new(&record, Dial::All);
    let hidden = all.claims().filter(|claim| claim.level != Level::Premise).map(|claim| &claim.text);
    let hidden = hidden.chain(all.tellings().filter(|one| one.level != Level::Premise).map(|one| &one.text));
    let hidden = hidden.chain(all.topics().filter(|one| one.level != Level::Premise).map(|one| &one.title));
    let mut searched = 0;
    for text in hidden {
        assert_eq!(search.find(&Asked::read(&format!("\"{text}\""))), [], "{text}");
        searched += 1;
    }
    assert!(searched > 100, "{searched}");
    assert_eq!(search.find(&Asked::read("level:ending")), []);
}

#[test]
fn filters_keep_what_fits_them() {
    let record = own();
    let praised = found(&record, Dial::All, "is:praise review:seoulbeats");
    assert!(!praised.is_empty() && praised.iter().all(|hit| hit.starts_with("claim seoulbeats ")), "{praised:?}");
    let differing = found(&record, Dial::All, "status:differ");
    assert!(differing.contains(&"topic her-family-name".to_owned()), "{differing:?}");
    assert_eq!(found(&record, Dial::All, "review:nobody music"), [""; 0]);
    assert_eq!(found(&record, Dial::All, ""), [""; 0]);
}

#[test]
fn a_phrase_stands_there_as_it_is() {
    let record = own();
    assert!(found(&record, Dial::None, "episodes number").contains(&"topic episodes".to_owned()));
    assert!(!found(&record, Dial::None, "\"episodes number\"").contains(&"topic episodes".to_owned()));
}

/// The text of what comes first for something typed, with its marks in brackets.
fn first_marked(record: &Record, typed: &str) -> (String, String) {
    let search = Search::over(Shown::new(record, Dial::All));
    let asked = Asked::read(typed);
    let hits = search.find(&asked);
    let bracketed = |marked: &Marked| {
        let piece = |(piece, is_marked): &(String, bool)| if *is_marked { format!("[{piece}]") } else { piece.clone() };
        marked.pieces.iter().map(piece).collect::<String>()
    };
    let (name, text) = &search.marked(&asked, &hits[..1])[0];
    (bracketed(name), bracketed(text))
}

#[test]
fn what_was_looked_for_is_marked_where_it_stands() {
    let record = own();
    assert_eq!(first_marked(&record, "episdoes").0, "Number of [episodes]");
    assert_eq!(first_marked(&record, "\"of episodes\"").0, "Number [of episodes]");
    // By its sound, and however it is written.
    let (name, forms) = first_marked(&record, "선우");
    assert_eq!(name, "[Han Seon-woo]");
    assert!(forms.contains("[Sun Woo]") || forms.contains("[Sun-woo]") || forms.contains("[Seon Woo]"), "{forms}");
}

#[test]
fn a_part_of_a_text_is_whole_words_of_it_and_not_long() {
    let record = own();
    let shown = Shown::new(&record, Dial::All);
    let search = Search::over(shown);
    for claim in shown.claims() {
        let words: Vec<&str> = claim.text.split_whitespace().collect();
        let asked = Asked::read(words[words.len() / 2]);
        let hits = search.find(&asked);
        let Some(place) = hits.iter().position(|hit| hit.text == claim.text) else { continue };
        let part = search.marked(&asked, &hits[place..=place])[0].1.text();
        assert!(part.chars().count() < 170, "{part}");
        for word in part.split_whitespace().filter(|word| *word != "…") {
            assert!(words.contains(&word), "{word} of {part}");
        }
    }
}
