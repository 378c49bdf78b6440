//! Web Annotations, held against the reviews' outlines, and read as statements in the context of their vocabulary.

use std::collections::{BTreeMap, HashSet};

use liner_notes_export::annotation::web_annotations;
use liner_notes_record::questions::{Entry, outline};
use liner_notes_record::{Dial, Shown};
use serde_json::Value;

use super::linked::{self, of_type, one};
use super::records::{RECORDS, address, all_shown, reviews};
use super::standards::ANNOTATIONS;

const BASE: &str = "https://example.org/liner-notes/";
const OA: &str = "http://www.w3.org/ns/oa#";

/// An annotation: source, paragraph, start, end, and what it says.
type Place = (String, u32, u32, u32, String);

/// One for each place that the outlines have.
pub(crate) fn expected(shown: Shown<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    for review in shown.reviews() {
        let own = format!("{BASE}reviews/{}/", review.id);
        let source = address(review).unwrap_or(own);
        for outlined in outline(shown, review) {
            for entry in outlined.entries {
                let (at, words) = match entry {
                    Entry::Claim(_, claim) => (&claim.at, claim.text.clone()),
                    Entry::Telling(_, telling) => (&telling.at, telling.text.clone()),
                    Entry::Mention(mention) => (&mention.at, mention.why.clone()),
                    Entry::Slip(slip) => (&slip.at, slip.text.clone()),
                    Entry::Spelling(spelling) => (&spelling.at, shown.name_of(&spelling.of).unwrap().to_owned()),
                };
                for locator in at.iter().filter(|locator| locator.paragraph == outlined.paragraph) {
                    let (start, end) = (locator.start, locator.start + locator.length);
                    places.push((source.clone(), u32::from(locator.paragraph), start, end, words.clone()));
                }
            }
        }
    }
    places
}

/// `line=4,5` as the fifth paragraph.
#[track_caller]
fn paragraph(fragment: &str) -> u32 {
    let (before, after) = fragment.strip_prefix("line=").unwrap().split_once(',').unwrap();
    let (before, after): (u32, u32) = (before.parse().unwrap(), after.parse().unwrap());
    assert_eq!(before + 1, after);
    after
}

#[track_caller]
pub(crate) fn file(shown: Shown<'_>) -> String {
    web_annotations(shown, &reviews(shown), BASE).unwrap().text
}

/// Holds a file's annotations against the outlines, in their order.
#[track_caller]
pub(crate) fn holds(shown: Shown<'_>) {
    let file: Value = serde_json::from_str(&file(shown)).unwrap();
    let nothing = Vec::new();
    let items = file["first"]["items"].as_array().unwrap_or(&nothing);
    let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let place = |item: &Value| {
        let selector = &item["target"]["selector"];
        let within = &selector["refinedBy"];
        let source = item["target"]["source"].as_str().unwrap().to_owned();
        let words = item["body"][0]["value"].as_str().unwrap().to_owned();
        let paragraph = paragraph(selector["value"].as_str().unwrap());
        (source, paragraph, number(&within["start"]), number(&within["end"]), words)
    };
    let places: Vec<Place> = items.iter().map(place).collect();
    assert_eq!(places, expected(shown));
    assert_eq!(file["total"], items.len());
    let ids: HashSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len(), "each has an id of its own");
    assert!(ids.iter().all(|id| id.starts_with(BASE)));
}

#[test]
fn there_is_an_annotation_for_each_place_that_the_outlines_have() {
    all_shown().for_each(holds);
}

#[test]
fn an_annotation_has_the_same_id_at_every_stop_that_shows_it() {
    for record in RECORDS.iter() {
        let of = |dial| {
            let file: Value = serde_json::from_str(&file(Shown::new(record, dial))).unwrap();
            let items = file["first"]["items"].as_array().unwrap().clone();
            items.into_iter().map(|item| (item["id"].as_str().unwrap().to_owned(), item)).collect::<BTreeMap<_, _>>()
        };
        let all = of(Dial::All);
        for (id, item) in of(Dial::None).into_iter().chain(of(Dial::Middle)) {
            assert_eq!(all.get(&id), Some(&item));
        }
    }
}

#[test]
fn the_collection_says_at_which_stop_it_was_made() {
    for shown in all_shown() {
        let file: Value = serde_json::from_str(&file(shown)).unwrap();
        let label = file["label"].as_str().unwrap();
        assert!(label.contains(&format!("Spoilers: {}.", shown.dial().words())), "{label}");
        assert!(label.starts_with(&shown.work().title), "{label}");
    }
}

#[test]
fn the_base_may_lack_its_slash() {
    let shown = all_shown().next().unwrap();
    let reviews = reviews(shown);
    let without = web_annotations(shown, &reviews, BASE.trim_end_matches('/')).unwrap();
    assert_eq!(without, web_annotations(shown, &reviews, BASE).unwrap());
}

#[test]
fn as_statements_of_their_vocabulary_they_say_the_same() {
    for (context, shown) in ANNOTATIONS.all().flat_map(|context| all_shown().map(move |shown| (context.clone(), shown)))
    {
        let statements = linked::read(&file(shown), "http://www.w3.org/ns/anno.jsonld", &context);
        let at = |id: &str| &statements[id];
        let oa = |term: &str| format!("{OA}{term}");
        let annotations = of_type(&statements, &oa("Annotation"));
        let place = |(_, of): &(&String, &BTreeMap<String, Vec<String>>)| {
            let target = at(one(of, &oa("hasTarget")));
            let selector = at(one(target, &oa("hasSelector")));
            let within = at(one(selector, &oa("refinedBy")));
            assert_eq!(one(selector, "http://purl.org/dc/terms/conformsTo"), "http://tools.ietf.org/rfc/rfc5147");
            let motivation = one(of, &oa("motivatedBy"));
            let bodies: Vec<_> = of[&oa("hasBody")].iter().map(|id| at(id)).collect();
            let body = bodies.iter().find(|body| one(body, &oa("hasPurpose")) == motivation).unwrap();
            let number = |term: &str| one(within, &oa(term)).parse().unwrap();
            let words = one(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value").to_owned();
            let fragment = one(selector, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value");
            (one(target, &oa("hasSource")).to_owned(), paragraph(fragment), number("start"), number("end"), words)
        };
        let mut places: Vec<Place> = annotations.iter().map(place).collect();
        let mut expected = expected(shown);
        places.sort();
        expected.sort();
        assert_eq!(places, expected);
        for kind in ["FragmentSelector", "TextPositionSelector", "SpecificResource"] {
            assert_eq!(of_type(&statements, &oa(kind)).len(), annotations.len(), "{kind}");
        }
        let collections = of_type(&statements, "http://www.w3.org/ns/activitystreams#OrderedCollection");
        let [(_, collection)] = collections.as_slice() else { panic!("{collections:?}") };
        let total = one(collection, "http://www.w3.org/ns/activitystreams#totalItems");
        assert_eq!(total, annotations.len().to_string());
    }
}
