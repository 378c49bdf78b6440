//! What is above the dial is not there: a record at a stop is a record without what is above it.

use std::fmt::Write as _;

use liner_notes_record::questions::{
    Filter, Status, account, cards, compare, contents, outline, overview, rows, timeline,
};
use liner_notes_record::{Dial, Lookup, Shown};
use proptest::prelude::*;

use super::collection::{Collection, PLACE};

const LEVELS: [&str; 3] = ["premise", "middle", "ending"];

/// What a made-up collection holds, each thing with its level as an index into [`LEVELS`].
#[derive(Clone, Debug)]
pub(crate) struct Story {
    topics: Vec<usize>,
    /// Review, topic, level, stance.
    claims: Vec<(usize, usize, usize, i8)>,
    moments: Vec<usize>,
    /// Review, moment, level.
    tellings: Vec<(usize, usize, usize)>,
    /// Characters, each with a spelling and the first topic about it.
    characters: Vec<usize>,
    slips: Vec<(usize, usize)>,
    /// Review, other title, level.
    mentions: Vec<(usize, usize, usize)>,
}

pub(crate) fn story() -> impl Strategy<Value = Story> {
    let level = || 0..3_usize;
    (
        prop::collection::vec(level(), 1..5),
        prop::collection::vec((0..3_usize, 0..5_usize, level(), -2..=2_i8), 0..10),
        prop::collection::vec(level(), 0..5),
        prop::collection::vec((0..3_usize, 0..5_usize, level()), 0..8),
        prop::collection::vec(level(), 0..4),
        prop::collection::vec((0..3_usize, level()), 0..3),
        prop::collection::vec((0..3_usize, 0..2_usize, level()), 0..4),
    )
        .prop_map(|(topics, claims, moments, tellings, characters, slips, mentions)| Story {
            topics,
            claims,
            moments,
            tellings,
            characters,
            slips,
            mentions,
        })
}

/// The files of a story with nothing above `highest` in them.
pub(crate) fn written(story: &Story, highest: usize) -> Collection {
    let mut collection = Collection::of(3);
    collection.people.clear();
    for (n, level) in story.characters.iter().enumerate().filter(|(_, level)| **level <= highest) {
        write!(collection.people, "[[character]]\nid = \"c-{n}\"\nname = \"C{n}\"\nlevel = \"{}\"\n", LEVELS[*level])
            .unwrap();
        write!(collection.reviews[0], "[[spelling]]\nof = \"c-{n}\"\ntext = \"C{n}\"\nat = [\"{PLACE}\"]\n").unwrap();
    }
    for (n, level) in story.topics.iter().enumerate().filter(|(_, level)| **level <= highest) {
        let about =
            story.characters.first().filter(|character| *character <= level).map_or("", |_| "about = [\"c-0\"]");
        collection.topic(&format!("t-{n}"), LEVELS[*level], &format!("kind = \"stance\"\n{about}"));
    }
    let own = |topic: usize, level: usize| level.max(story.topics[topic % story.topics.len()]);
    let mut claims = story.claims.clone();
    // Of a review's answers to one topic, what gives less away has the lower number.
    claims.sort_by_key(|(_, topic, level, _)| own(*topic, *level));
    for (review, topic, level, stance) in &claims {
        let level = own(*topic, *level);
        let topic = topic % story.topics.len();
        if level <= highest {
            let stance = if *stance > 0 { format!("+{stance}") } else { stance.to_string() };
            let more = format!("value = \"{stance}\"\nlevel = \"{}\"", LEVELS[level]);
            collection.claim(*review, &format!("t-{topic}"), &more);
        }
    }
    for (n, level) in story.moments.iter().enumerate().filter(|(_, level)| **level <= highest) {
        write!(
            collection.moments,
            "[[moment]]\nid = \"m-{n}\"\ntitle = \"M{n}\"\nphase = \"one\"\nlevel = \"{}\"\n",
            LEVELS[*level]
        )
        .unwrap();
    }
    for (review, moment, level) in &story.tellings {
        if let Some(own) = story.moments.get(*moment)
            && (*level).max(*own) <= highest
        {
            let level = LEVELS[(*level).max(*own)];
            write!(
                collection.reviews[*review],
                "[[telling]]\nmoment = \"m-{moment}\"\ntext = \"Tells it.\"\nlevel = \"{level}\"\nat = [\"{PLACE}\"]\n"
            )
            .unwrap();
        }
    }
    for (n, (review, level)) in story.slips.iter().enumerate().filter(|(_, (_, level))| *level <= highest) {
        write!(
            collection.reviews[*review],
            "[[slip]]\nid = \"s-{n}\"\ntext = \"Slips.\"\nlevel = \"{}\"\nat = [\"{PLACE}\"]\n",
            LEVELS[*level]
        )
        .unwrap();
    }
    let is_named = |n: &usize| story.mentions.iter().any(|(_, work, level)| work == n && *level <= highest);
    let title = |n| format!("[[related]]\nid = \"r-{n}\"\ntitle = \"R{n}\"\n");
    collection.related = [0, 1].into_iter().filter(is_named).map(title).collect();
    for (review, work, level) in story.mentions.iter().filter(|(_, _, level)| *level <= highest) {
        write!(
            collection.reviews[*review],
            "[[mention]]\nwork = \"r-{work}\"\ntitle = \"R{work}\"\nwhy = \"Likes it.\"\nlevel = \"{}\"\nat = [\"{PLACE}\"]\n",
            LEVELS[*level]
        )
        .unwrap();
    }
    collection
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn hiding_everything_of_a_level_equals_a_record_without_it(story in story()) {
        let whole = written(&story, 2).record();
        for (highest, dial) in Dial::STOPS.into_iter().enumerate() {
            let without = written(&story, highest).record();
            let (at_dial, bare) = (Shown::new(&whole, dial), Shown::new(&without, Dial::All));
            let reviews = || at_dial.reviews().iter().collect::<Vec<_>>();
            prop_assert_eq!(rows(at_dial, &reviews()), rows(bare, &reviews()));
            let differing = Filter { statuses: vec![Status::Differ], ..Filter::default() };
            for filter in [Filter::default(), differing] {
                prop_assert_eq!(compare(at_dial, &reviews(), &filter), compare(bare, &reviews(), &filter));
            }
            prop_assert_eq!(cards(at_dial), cards(bare));
            prop_assert_eq!(overview(at_dial), overview(bare));
            prop_assert_eq!(account(at_dial), account(bare));
            prop_assert_eq!(contents(at_dial, &reviews()), contents(bare, &reviews()));
            for (here, there) in at_dial.reviews().iter().zip(bare.reviews()) {
                prop_assert_eq!(outline(at_dial, here), outline(bare, there));
            }
            let (mut score, bare_score) = (timeline(at_dial), timeline(bare));
            prop_assert_eq!(score.goes_on, written(&story, 2).record() != without && story.moments.iter().any(|level| *level > highest));
            score.goes_on = bare_score.goes_on;
            prop_assert_eq!(score, bare_score);
        }
    }
}

#[test]
fn an_address_above_the_dial_leads_to_the_word_that_it_is_hidden() {
    let mut collection = Collection::of(2);
    collection.topic("open", "premise", "kind = \"text\"");
    collection.topic("t-1", "ending", "kind = \"text\"");
    let record = collection.record();
    let shown = Shown::new(&record, Dial::Middle);
    assert!(matches!(shown.look_up_topic("open"), Lookup::Found(_)));
    assert_eq!(shown.look_up_topic("t-1"), Lookup::Hidden(Dial::All));
    assert_eq!(shown.look_up_topic("t-2"), Lookup::Unknown);
}
