//! What is above the dial is in no file, and what does not depend on it is the same at every stop.

use liner_notes_export::comparison::{self, Compared};
use liner_notes_export::{File, annotation, citation, review, timeline};
use liner_notes_record::{Dial, Shown};

use super::records::{RECORDS, reviews};

/// The files that depend on the dial.
fn of_story(shown: Shown<'_>) -> Vec<File> {
    let (compared, reviews) = (Compared::whole(shown), reviews(shown));
    vec![
        comparison::csv(&compared),
        comparison::markdown(&compared),
        comparison::json(&compared).unwrap(),
        timeline::csv(shown, &reviews),
        annotation::web_annotations(shown, &reviews, "https://example.org/").unwrap(),
    ]
}

/// The files that do not.
fn of_reviews(shown: Shown<'_>) -> Vec<File> {
    let reviews = reviews(shown);
    vec![
        citation::csl_json(shown, &reviews).unwrap(),
        citation::bibtex(shown, &reviews),
        citation::plain_text(shown, &reviews),
        review::schema_org(shown, &reviews, review::Reviewed::TvSeries).unwrap(),
    ]
}

/// The collection whose hidden things all say that they are.
fn with_sentinels() -> &'static liner_notes_record::Record {
    RECORDS.iter().find(|record| Shown::new(record, Dial::None).work().id == "slack-water").unwrap()
}

#[test]
fn nothing_above_the_dial_is_in_a_file() {
    let hidden = [(Dial::None, ["sentinelmiddle", "sentinelending"].as_slice()), (Dial::Middle, &["sentinelending"])];
    for (dial, words) in hidden {
        let shown = Shown::new(with_sentinels(), dial);
        for file in of_story(shown).into_iter().chain(of_reviews(shown)) {
            let text = file.text.to_lowercase();
            for word in words {
                assert!(!text.contains(word), "{word} in {} at {}", file.name, dial.words());
            }
        }
    }
}

#[test]
fn what_the_dial_shows_is_in_the_files() {
    for file in of_story(Shown::new(with_sentinels(), Dial::All)) {
        let text = file.text.to_lowercase();
        assert!(text.contains("sentinelmiddle") && text.contains("sentinelending"), "{}", file.name);
    }
}

#[test]
fn every_file_that_depends_on_the_dial_says_where_it_stood() {
    for dial in Dial::STOPS {
        let shown = Shown::new(with_sentinels(), dial);
        let files = of_story(shown);
        let says = [
            format!(",{},2.3\r\n", dial.words()),
            format!("Spoilers: {}.", dial.words()),
            format!("\"spoilers\": \"{}\"", dial.token()),
            format!(",{},2.3\r\n", dial.words()),
            format!("Spoilers: {}.", dial.words()),
        ];
        for (file, says) in files.iter().zip(says) {
            assert!(file.text.contains(&says), "{}: {says}", file.name);
        }
    }
}

#[test]
fn what_is_known_of_the_reviews_is_the_same_at_every_stop() {
    for record in RECORDS.iter() {
        let at = |dial| of_reviews(Shown::new(record, dial));
        assert_eq!(at(Dial::None), at(Dial::All));
        assert_eq!(at(Dial::Middle), at(Dial::All));
    }
}
