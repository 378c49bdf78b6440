//! Texts side by side: the choice that an address carries, and what is on the sheet of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use liner_notes::address::{Address, Form, Place};
use liner_notes_desk::Desk;
use liner_notes_record::model::{MomentId, Review};
use liner_notes_record::{Dial, Record, Shown, source};

use crate::desk_of;
use crate::sheet::Sheet;

/// An invented collection with its reviews' texts.
struct Attached {
    record: Record,
    desk: Desk,
}

impl Attached {
    /// The first so many texts of a collection, in the order of their reviews.
    fn of(collection: &str, texts: usize) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/collections").join(collection);
        let record = source::read(&folder).unwrap();
        let mut desk = desk_of(&record);
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder.join("texts")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let words = |file: &PathBuf| Ok(fs::read_to_string(file).unwrap());
        desk.attach(files.iter().take(texts).map(|file| ("a text".to_owned(), words(file))).collect());
        assert_eq!(desk.attached().len(), texts);
        Self { record, desk }
    }

    fn reviews(&self) -> &[Review] {
        self.shown(Dial::None).reviews()
    }

    fn shown(&self, dial: Dial) -> Shown<'_> {
        Shown::new(&self.record, dial)
    }

    /// The sheet of an address with those choices.
    fn sheet(&self, dial: Dial, choices: &[(&str, &str)]) -> Sheet {
        let address = choices.iter().fold(Address::of(Place::Beside), |address, (key, value)| address.with(key, value));
        Sheet::of(&self.desk, dial, address, None)
    }

    /// The reviews of those places, as an address names them.
    fn named(&self, places: &[usize]) -> String {
        places.iter().map(|place| self.reviews()[*place].id.as_str()).collect::<Vec<_>>().join(",")
    }

    /// The labels of the reviews of those places.
    fn labels(&self, places: &[usize]) -> Vec<String> {
        places.iter().map(|place| format!("{}: the text", self.reviews()[*place].label)).collect()
    }
}

/// Whose columns there are.
fn columns(sheet: &Sheet) -> Vec<&str> {
    sheet.values("section", "aria-label").into_iter().filter(|label| label.ends_with(": the text")).collect()
}

#[test]
fn without_a_choice_the_first_two_that_are_attached_are_there() {
    let attached = Attached::of("three", 3);
    let sheet = attached.sheet(Dial::None, &[]);
    assert_eq!(columns(&sheet), attached.labels(&[0, 1]));
    assert_eq!(sheet.words("notice"), [""; 0]);
    assert!(!sheet.words("is-lit").is_empty());
}

#[test]
fn what_is_kept_back_in_two_texts_gives_no_id_twice() {
    for collection in ["two", "three", "eight"] {
        let attached = Attached::of(collection, 2);
        for dial in Dial::STOPS {
            let sheet = attached.sheet(dial, &[]);
            let ids: Vec<&str> = ["p", "section", "a", "div"].iter().flat_map(|tag| sheet.values(tag, "id")).collect();
            let once: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(once.len(), ids.len(), "{collection} at “{}”: {ids:?}", dial.words());
        }
    }
    assert!(!Attached::of("two", 2).sheet(Dial::None, &[]).words("text-gap").is_empty());
}

#[test]
fn two_to_four_are_there_in_the_order_of_the_address() {
    let attached = Attached::of("eight", 8);
    for places in [&[1, 0][..], &[4, 2, 7], &[7, 6, 5, 4]] {
        let sheet = attached.sheet(Dial::None, &[("reviews", &attached.named(places))]);
        assert_eq!(columns(&sheet), attached.labels(places));
        assert_eq!(sheet.words("notice"), [""; 0]);
    }
}

#[test]
fn what_an_address_asks_for_and_cannot_be_had_is_said_in_a_sentence() {
    let attached = Attached::of("eight", 8);
    let said = |choices: &[(&str, &str)]| {
        let sheet = attached.sheet(Dial::None, choices);
        (columns(&sheet).len(), sheet.words("notice").concat())
    };
    let five = attached.named(&[0, 1, 2, 3, 4]);
    assert_eq!(said(&[("reviews", &five)]), (4, "Four reviews fit side by side, so here are the first four.".into()));
    let alone = "Side by side takes two reviews, so here is another one with it.";
    assert_eq!(said(&[("reviews", &attached.named(&[3]))]), (2, alone.into()));
    assert_eq!(said(&[("reviews", "nobody")]), (2, "There is no review “nobody”.".into()));
    assert_eq!(said(&[("topic", "nothing")]), (2, "There is no topic “nothing”.".into()));
    assert_eq!(said(&[("moment", "never")]), (2, "There is no moment “never”.".into()));
    let shown = attached.shown(Dial::None);
    let (topic, moment) = (shown.topics().next().unwrap(), shown.moments().next().unwrap());
    let both = [("topic", topic.id.as_str()), ("moment", moment.id.as_str())];
    assert_eq!(said(&both), (2, "The address names a topic and a moment; this is the topic.".into()));
}

#[test]
fn fewer_than_two_texts_are_an_invitation_that_says_which_are_here() {
    for (texts, words) in [(0, "No text is here yet"), (1, "is here: it takes one more")] {
        let attached = Attached::of("three", texts);
        for choices in [&[][..], &[("reviews", &*attached.named(&[0, 1]))], &[("topic", "nothing")]] {
            let sheet = attached.sheet(Dial::None, choices);
            assert!(sheet.words("beside-here")[0].contains(words), "{}", sheet.text);
            assert!(!sheet.values("textarea", "data-attach").is_empty());
            assert_eq!(columns(&sheet), [""; 0]);
        }
    }
}

#[test]
fn a_column_without_its_text_says_so_and_leads_to_its_page() {
    let attached = Attached::of("three", 2);
    let sheet = attached.sheet(Dial::All, &[("reviews", &attached.named(&[2, 0]))]);
    assert_eq!(columns(&sheet), attached.labels(&[2, 0]));
    let last = &attached.reviews()[2];
    assert!(sheet.words("beside-none")[0].starts_with(&format!("The text of {} is not here", last.label)));
    let page = Address::of(Place::Review(last.id.to_string())).href(&Form::Hash);
    assert!(sheet.values("a", "href").contains(&page.as_str()));
}

#[test]
fn a_subject_that_the_dial_hides_is_said_to_be_hidden_and_never_named() {
    let attached = Attached::of("three", 3);
    let (open, all) = (attached.shown(Dial::None), attached.shown(Dial::All));
    let topics =
        all.topics().filter(|topic| open.topic(&topic.id).is_none()).map(|one| ("topic", one.id.as_str(), &one.title));
    let moments = all.moments().filter(|moment| open.moments().all(|one| one.id != moment.id));
    let moments = moments.map(|one| ("moment", one.id.as_str(), &one.title));
    let hidden: Vec<_> = topics.chain(moments).map(|(key, id, title)| (key, id.to_owned(), title)).collect();
    assert!(hidden.len() > 1);
    for (key, id, _) in &hidden {
        let sheet = attached.sheet(Dial::None, &[(key, id)]);
        assert!(sheet.words("empty")[0].contains(&format!("This {key} is hidden")));
        assert!(!sheet.values("button", "data-turn").is_empty());
        assert_eq!(columns(&sheet).len(), 2);
        assert_eq!(sheet.words("is-lit"), [""; 0]);
        for (_, id, title) in &hidden {
            assert!(!sheet.text.contains(*title) && !sheet.text.contains(&format!("={id}")), "{title}");
        }
        assert_eq!(attached.sheet(Dial::All, &[(key, id)]).words("empty"), [""; 0]);
    }
}

#[test]
fn every_subject_in_turn_is_reached_by_the_next_one_and_each_is_spoken_of() {
    let attached = Attached::of("three", 3);
    let chosen = [0, 2].map(|place| &attached.reviews()[place].id);
    for dial in Dial::STOPS {
        let shown = attached.shown(dial);
        let answered = shown.claims().filter(|claim| chosen.contains(&&claim.review)).map(|claim| &claim.topic);
        let told = shown.tellings().filter(|telling| chosen.contains(&&telling.review)).map(|telling| &telling.moment);
        let answered: Vec<_> =
            answered.filter_map(|topic| shown.topic(topic)).map(|topic| topic.title.clone()).collect();
        let titled = |id: &MomentId| shown.moments().find(|moment| moment.id == *id).map(|moment| moment.title.clone());
        let expected: BTreeSet<String> = answered.into_iter().chain(told.filter_map(titled)).collect();
        let step = |sheet: &Sheet, word: &str| {
            let pill = sheet.classed("pill").into_iter().find(|pill| pill.words == word).unwrap();
            let to = Address::from_href(&Form::Hash, pill.attributes.get("href")?);
            Some(Sheet::of(&attached.desk, dial, to.unwrap(), None))
        };
        let mut sheet = attached.sheet(dial, &[("reviews", &attached.named(&[0, 2]))]);
        while let Some(before) = step(&sheet, "Previous") {
            sheet = before;
        }
        let mut met = vec![sheet.words("taken-about").concat()];
        while let Some(after) = step(&sheet, "Next") {
            met.push(after.words("taken-about").concat());
            sheet = after;
        }
        assert_eq!(met.iter().cloned().collect::<BTreeSet<_>>(), expected, "{dial:?}");
        assert_eq!(met.len(), expected.len());
    }
}

#[test]
fn a_review_is_added_and_taken_away_as_long_as_two_to_four_stay() {
    let attached = Attached::of("eight", 8);
    let pills = |places: &[usize]| {
        let sheet = attached.sheet(Dial::None, &[("reviews", &attached.named(places))]);
        let pills = sheet.classed("pill").into_iter().filter(|pill| {
            pill.attributes["class"].contains("is-chosen") || pill.attributes["class"].contains("is-out")
        });
        let reviews =
            |href: &String| Address::from_href(&Form::Hash, href).unwrap().query.get("reviews").unwrap().to_owned();
        pills.map(|pill| pill.attributes.get("href").map(reviews)).collect::<Vec<_>>()
    };
    let two = pills(&[1, 0]);
    assert_eq!(two[..3], [None, None, Some(attached.named(&[1, 0, 2]))]);
    let four = pills(&[3, 1, 0, 2]);
    assert_eq!(four[..2], [Some(attached.named(&[3, 1, 2])), Some(attached.named(&[3, 0, 2]))]);
    assert_eq!(four[4..], [None, None, None, None]);
}

#[test]
fn a_passage_leads_to_all_that_was_taken_from_it_in_turn_or_to_its_review() {
    let attached = Attached::of("three", 3);
    let mut kinds = BTreeSet::new();
    for subject in attached.shown(Dial::All).topics() {
        let sheet = attached.sheet(Dial::All, &[("topic", subject.id.as_str())]);
        for passage in sheet.classed("passage") {
            let to = Address::from_href(&Form::Hash, &passage.attributes["href"]).unwrap();
            match to.place {
                Place::Review(_) => {
                    assert!(to.query.get("at").is_some() && !passage.attributes["class"].contains("is-lit"))
                }
                Place::Beside => assert_eq!(to.query.get("reviews"), Some(&*attached.named(&[0, 1]))),
                other => panic!("a passage leads to {other:?}"),
            }
            let is_other = to.query.get("topic") != Some(subject.id.as_str());
            kinds.insert((passage.attributes["class"].contains("is-lit"), to.query.get("topic").is_some(), is_other));
        }
    }
    // Some passage has more than one thing taken from it, and leads on from the one to the other.
    assert!(kinds.contains(&(true, true, true)) && kinds.contains(&(true, true, false)), "{kinds:?}");
}

#[test]
fn the_first_lit_passage_of_each_column_is_what_it_is_led_to() {
    let attached = Attached::of("three", 3);
    for topic in attached.shown(Dial::All).topics() {
        let reviews = attached.named(&[0, 1, 2]);
        let sheet = attached.sheet(Dial::All, &[("reviews", &reviews), ("topic", topic.id.as_str())]);
        let speaking = attached.reviews().iter().filter(|review| {
            attached.shown(Dial::All).claims().any(|claim| claim.topic == topic.id && claim.review == review.id)
        });
        let marked = sheet.classed("is-lit").into_iter().filter(|lit| lit.attributes.contains_key("data-first"));
        assert_eq!(marked.count(), speaking.count(), "{}", topic.id);
    }
}

#[test]
fn turning_the_dial_up_shows_more_and_back_leaves_nothing() {
    let attached = Attached::of("three", 3);
    let [closed, open, again] = [Dial::None, Dial::All, Dial::None].map(|dial| attached.sheet(dial, &[]).text);
    assert!(closed.len() < open.len());
    assert_eq!(closed, again);
}

#[test]
fn a_review_s_page_leads_to_it_beside_each_other_that_is_attached() {
    let attached = Attached::of("three", 3);
    let claim = attached.shown(Dial::All).claims().find(|claim| claim.review == attached.reviews()[1].id).unwrap();
    let page = Address::of(Place::Review(claim.review.to_string()));
    let beside = |sheet: &Sheet| {
        let hrefs = sheet.classed("pill").into_iter().filter_map(|pill| pill.attributes.get("href").cloned());
        hrefs.map(|href| Address::from_href(&Form::Hash, &href).unwrap()).collect::<Vec<_>>()
    };
    let to = |places: &[usize]| Address::of(Place::Beside).with("reviews", &attached.named(places));
    let sheet = Sheet::of(&attached.desk, Dial::All, page.clone(), None);
    assert_eq!(beside(&sheet), [to(&[1, 0]), to(&[1, 2])]);
    let at = claim.at[0].paragraph.to_string();
    let pointed = page.clone().with("paragraph", &at).with("taken", claim.topic.as_str());
    let sheet = Sheet::of(&attached.desk, Dial::All, pointed, None);
    let with_topic = |places: &[usize]| to(places).with("topic", claim.topic.as_str());
    assert_eq!(beside(&sheet), [&[1, 0][..], &[1, 2], &[1, 0], &[1, 2]].map(with_topic));
    assert!(sheet.words("text-taken")[0].contains("Read this beside"));
    // Alone it leads nowhere.
    let alone = Attached::of("three", 1);
    let page = Address::of(Place::Review(alone.reviews()[0].id.to_string()));
    assert_eq!(beside(&Sheet::of(&alone.desk, Dial::All, page, None)), []);
}
