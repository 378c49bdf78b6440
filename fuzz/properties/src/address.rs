//! Addresses: whatever the address bar holds is a place and a query, which read back as they were written, lead nowhere
//! but into the app, and tell nothing that the dial hides.

use std::sync::LazyLock;

use liner_notes::address::{Address, Form, description, title};
use liner_notes::asking::{Answer, Ask, Wanted};
use liner_notes_desk::{Desk, Said};
use liner_notes_record::{Dial, Record, Shown};
use url::Url;

use crate::{as_text, samples};

/// Where the app stands: on a host's root, in a folder, as one file.
static PAGES: LazyLock<[(Form, Url); 3]> = LazyLock::new(|| {
    let page = |address| Url::parse(address).unwrap();
    [
        (Form::Path { base: "/".into() }, page("https://pier.example/")),
        (Form::Path { base: "/liner-notes/".into() }, page("https://pier.example/liner-notes/")),
        (Form::Hash, page("file:///home/ada/liner-notes.html")),
    ]
});

/// A record with what the dial hides, and the desk that has its text.
struct Desks {
    desk: Desk,
    record: Record,
}

thread_local! {
    static DESKS: Desks = {
        let record = samples::told(Dial::All);
        let mut desk = samples::desk(&record);
        desk.attach(vec![("mine.txt".to_owned(), Ok(samples::TEXT.to_owned()))]);
        assert_eq!(desk.attached().len(), 1);
        Desks { desk, record }
    };
}

/// Holds an address to it, typed in whichever way the app stands.
pub fn holds(bytes: &[u8]) {
    let typed = as_text(bytes);
    for (form, page) in PAGES.iter() {
        let location = match form {
            Form::Path { .. } => page.join(typed.trim_start_matches(['/', '\\'])),
            Form::Hash => page.join(&format!("#{typed}")),
        };
        // What leads to another host is not the app's to read.
        let Some(location) = location.ok().filter(|location| location.host() == page.host()) else { continue };
        reads_back(form, &location);
    }
}

/// The address that the browser would give the app.
fn read(form: &Form, location: &Url) -> Address {
    let mark = |mark: &str, part: Option<&str>| part.map_or_else(String::new, |part| format!("{mark}{part}"));
    let (search, hash) = (mark("?", location.query()), mark("#", location.fragment()));
    Address::from_location(form, location.path(), &search, &hash)
}

fn reads_back(form: &Form, location: &Url) {
    let address = read(form, location);
    let href = address.href(form);
    assert_eq!(Address::from_href(form, &href).as_ref(), Some(&address), "the link {href} in {form:?}");
    let there = location.join(&href).unwrap_or_else(|error| panic!("the link {href} is none: {error}"));
    assert_eq!((there.scheme(), there.host()), (location.scheme(), location.host()), "{href} leads to another site");
    if let Form::Path { base } = form {
        assert!(there.path().starts_with(base.as_str()), "{href} leads out of {base}");
    }
    assert_eq!(read(form, &there), address, "{href} leads elsewhere than where it was written");
    // A question reads back, however addresses are written; what is answered is the same.
    let ask = Ask { dial: Dial::None, form: form.clone(), address, wanted: Wanted::Sheet { at: None } };
    assert_eq!(Ask::read(&ask.write()).as_ref(), Some(&ask), "a question reads back");
    if *form == Form::Hash {
        DESKS.with(|desks| tells_nothing_hidden(desks, &ask));
    }
}

/// What a stop of the dial hides is neither in the title nor on the sheet, unless it was typed.
fn tells_nothing_hidden(Desks { desk, record }: &Desks, ask: &Ask) {
    let Address { place, query } = &ask.address;
    // What is drawn has no control characters in it, so what they part stands there together.
    let values = query.keys().flat_map(|key| [key, query.get(key).unwrap_or_default()]);
    let typed = values.chain([place.path().as_str()]).collect::<Vec<_>>().join(" ").to_lowercase();
    let typed: String = typed.chars().filter(|c| !c.is_control()).collect();
    if samples::SENTINELS.iter().any(|(sentinel, _)| typed.contains(sentinel)) {
        return;
    }
    for dial in [Dial::None, Dial::Middle] {
        let shown = Shown::new(record, dial);
        let mut told = [title(place, shown), description(place, shown)].join("\n");
        let ask = Ask { dial, ..ask.clone() };
        match desk.answer(&ask) {
            Some(Said::Sheet(answer)) => {
                assert_eq!(answer.of, ask.to());
                assert_eq!(Answer::read(&answer.write()).as_ref(), Some(&answer), "an answer reads back");
                told += &answer.says;
                told += &answer.sheet;
            }
            other => panic!("a sheet was asked for, and this came: {other:?}"),
        }
        let told = told.to_lowercase();
        for (sentinel, from) in samples::SENTINELS {
            assert!(from <= dial || !told.contains(sentinel), "{sentinel} at {dial:?}: {told}");
        }
    }
}
