//! The first render of every place, drawn natively as a server would draw it: it depends on the place and the record
//! alone, and is what the browser takes over.

#![cfg(not(target_arch = "wasm32"))]
// Tests may stop at once when something is not as it must be.
#![allow(clippy::unwrap_used)]

use liner_notes::address::{Form, Place};
use liner_notes::app::{App, AppProps, RecordRef};
use liner_notes::collection;
use liner_notes_record::document::SCHEMA_FILE;
use liner_notes_record::{Dial, Shown};
use yew::ServerRenderer;

/// A place of every kind, and everything of each kind.
fn places() -> Vec<Place> {
    let shown = Shown::new(collection::record().unwrap(), Dial::None);
    let single = Place::single().map(|(place, _)| place.clone());
    let characters = shown.characters().map(|one| Place::Card(one.id.to_string()));
    let people = shown.people().map(|one| Place::Card(one.id.to_string()));
    let reviews = shown.reviews().iter().map(|review| Place::Review(review.id.to_string()));
    let nowhere = [Place::Unknown("no/such/page".into()), Place::Card("nobody".into()), Place::Review("none".into())];
    single.chain(characters).chain(people).chain(reviews).chain(nowhere).collect()
}

async fn drawn(place: Place) -> String {
    let form = Form::Path { base: "/liner-notes/".into() };
    ServerRenderer::<App>::with_props(move || AppProps {
        record: RecordRef(collection::record().unwrap()),
        form,
        place,
        is_drawn: false,
    })
    .hydratable(false)
    .render()
    .await
}

#[tokio::test]
async fn every_place_is_drawn_the_same_each_time() {
    for place in places() {
        assert_eq!(drawn(place.clone()).await, drawn(place.clone()).await, "{place:?}");
    }
}

#[tokio::test]
async fn every_place_has_one_heading_and_no_style() {
    for place in places() {
        let page = drawn(place.clone()).await;
        assert_eq!(page.matches("<h1").count(), 1, "{place:?}");
        assert!(!page.contains(" style="), "{place:?}");
    }
}

#[tokio::test]
async fn every_table_has_a_body() {
    let mut tables = 0;
    for place in places() {
        for table in drawn(place.clone()).await.split("<table").skip(1) {
            let table = table.split("</table>").next().unwrap();
            assert!(table.contains("<tbody"), "{place:?}");
            tables += 1;
        }
    }
    assert!(tables > 0, "no place has a table");
}

#[tokio::test]
async fn every_link_inside_the_app_stands_below_the_base() {
    for place in places() {
        let page = drawn(place.clone()).await;
        let links = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        for link in links.filter(|link| link.starts_with('/')) {
            assert!(link.starts_with("/liner-notes/"), "{link} at {place:?}");
        }
    }
}

#[tokio::test]
async fn nothing_above_the_premise_is_drawn() {
    let shown = |dial| Shown::new(collection::record().unwrap(), dial);
    let is_hidden = |title: &&str| {
        !shown(Dial::None).moments().any(|moment| moment.title == **title)
            && !shown(Dial::None).topics().any(|topic| topic.title == **title)
    };
    let moments = shown(Dial::All).moments().map(|moment| moment.title.as_str());
    let topics = shown(Dial::All).topics().map(|topic| topic.title.as_str());
    let hidden: Vec<&str> = moments.chain(topics).filter(is_hidden).collect();
    assert!(!hidden.is_empty(), "this collection hides nothing");
    for place in places() {
        let page = drawn(place.clone()).await;
        for title in &hidden {
            assert!(!page.contains(title), "“{title}” at {place:?}");
        }
    }
}

#[tokio::test]
async fn the_edition_stands_at_the_foot_of_every_place() {
    let edition = Shown::new(collection::record().unwrap(), Dial::None).edition();
    let words = format!("Edition {}, {}, {}", edition.version, edition.date, &edition.hash[..8]);
    for place in places() {
        let page = drawn(place.clone()).await;
        let foot = page.split("<footer").nth(1).unwrap();
        assert!(foot.contains(&words), "{place:?}");
        assert!(foot.contains("href=\"/liner-notes/about/\""), "{place:?}");
    }
}

#[tokio::test]
async fn the_files_to_take_along_stand_below_the_base() {
    let work = &Shown::new(collection::record().unwrap(), Dial::None).work().id;
    let page = drawn(Place::About).await;
    for file in [&format!("{work}.json"), &format!("{work}.csv"), SCHEMA_FILE] {
        assert!(page.contains(&format!("href=\"/liner-notes/data/{file}\"")), "{file}");
        assert!(page.contains(&format!("download=\"{file}\"")), "{file}");
    }
    for file in ["liner-notes.html", "licences.txt"] {
        assert!(page.contains(&format!("href=\"/liner-notes/{file}\" download=\"{file}\"")), "{file}");
    }
}
