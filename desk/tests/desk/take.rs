//! Taking a view along: what is offered, and the files that come of it.

use liner_notes::address::{Address, Form, Place};
use liner_notes::asking::{Ask, Wanted};
use liner_notes::sheets::take::Offer;
use liner_notes_desk::{Desk, Said};
use liner_notes_export::File;
use liner_notes_record::{Dial, Shown};

use crate::sheet::Sheet;
use crate::texts::{REVIEWS, attach, carrying, words_of};
use crate::{desk, record};

/// What can be taken of the view at that path.
fn taken(desk: &Desk, dial: Dial, of: &str) -> Sheet {
    Sheet::of(desk, dial, Address::of(Place::Take).with("of", of), None)
}

/// The questions of the buttons, in order.
fn asked(sheet: &Sheet) -> Vec<Ask> {
    sheet.values("button", "data-ask").into_iter().map(|ask| Ask::read(ask).unwrap()).collect()
}

fn offered(sheet: &Sheet) -> Vec<Offer> {
    let offer = |ask: Ask| match ask.wanted {
        Wanted::File(offer) => offer,
        Wanted::Sheet { .. } => panic!("a button asks for a sheet"),
    };
    asked(sheet).into_iter().map(offer).collect()
}

/// The file that a button of the sheet asks for.
fn file(desk: &Desk, sheet: &Sheet, wanted: Offer) -> File {
    let ask = asked(sheet).into_iter().find(|ask| ask.wanted == Wanted::File(wanted)).unwrap();
    let Some(Said::File(file)) = desk.answer(&ask) else { panic!("no file") };
    file
}

/// What of the whole record is offered everywhere.
const WHOLE: [Offer; 5] = [Offer::Annotations, Offer::SchemaOrg, Offer::CslJson, Offer::BibTex, Offer::PlainText];

#[test]
fn every_view_offers_what_is_its_own_and_the_whole_record() {
    let desk = desk();
    let record = record();
    let review = format!("/reviews/{}/", Shown::new(&record, Dial::None).reviews().first().unwrap().id);
    let cite = [Offer::CslJson, Offer::BibTex, Offer::PlainText, Offer::SchemaOrg];
    let own: [(&str, &[Offer]); 8] = [
        ("/compare/", &[Offer::CompareCsv, Offer::CompareMarkdown, Offer::CompareJson]),
        ("/timeline/?order=told", &[Offer::ScoreSvg, Offer::ScorePng, Offer::TimelineCsv]),
        (&review, &cite),
        ("/reviews/", &[]),
        ("/", &[]),
        ("/cast/", &[]),
        ("/about/", &[]),
        ("", &[]),
    ];
    for (of, own) in own {
        assert_eq!(offered(&taken(&desk, Dial::None, of)), [own, &WHOLE].concat(), "{of}");
    }
}

#[test]
fn the_link_leads_back_to_the_view_with_all_its_choices() {
    let desk = desk();
    for of in ["/compare/?reviews=nme,scmp&status=differ", "/reviews/nme/", "/timeline/", "/cast/"] {
        let back = Address::from_href(&Form::Path { base: "/".to_owned() }, of).unwrap().href(&Form::Hash);
        assert_eq!(taken(&desk, Dial::None, of).values("a", "href")[0], back);
    }
}

#[test]
fn an_address_that_names_no_view_is_the_overview() {
    let desk = desk();
    for of in ["", "https://example.org/", "/search/?q=a", "/take/?of=/compare/", "/no/such/page", "\u{1f}"] {
        assert_eq!(taken(&desk, Dial::None, of).values("a", "href")[0], "#/", "{of}");
    }
}

#[test]
fn a_comparison_is_taken_as_it_is_chosen() {
    let (desk, record) = (desk(), record());
    let shown = Shown::new(&record, Dial::None);
    let [first, second, third, ..] = shown.reviews() else { panic!("fewer than three reviews") };
    let sheet = taken(&desk, Dial::None, &format!("/compare/?reviews={},{}", third.id, first.id));
    let head = |text: &str| text.lines().next().unwrap().to_owned();
    let File { text, .. } = &file(&desk, &sheet, Offer::CompareCsv);
    let (here, there) = (head(text).find(&third.label).unwrap(), head(text).find(&first.label).unwrap());
    assert!(here < there && !text.contains(&second.label), "{}", head(text));
    let filtered = taken(&desk, Dial::None, "/compare/?status=differ");
    let lines = |sheet: &Sheet| file(&desk, sheet, Offer::CompareCsv).text.lines().count();
    assert!(lines(&filtered) < lines(&taken(&desk, Dial::None, "/compare/")));
    assert_ne!(filtered.text, sheet.text);
}

#[test]
fn every_file_is_made_at_the_stop_at_which_its_sheet_was_drawn() {
    let desk = desk();
    for of in ["/compare/", "/timeline/"] {
        let [closed, open] = [Dial::None, Dial::All].map(|dial| {
            let sheet = taken(&desk, dial, of);
            assert!(sheet.says.contains(dial.words()), "{}", sheet.says);
            file(&desk, &sheet, offered(&sheet)[0]).text
        });
        assert!(closed.len() < open.len(), "{of}");
        assert!(closed.contains(Dial::None.words()) && open.contains(Dial::All.words()), "{of}");
    }
}

#[test]
fn what_the_dial_hides_is_on_no_sheet_and_in_no_file() {
    let (desk, record) = (desk(), record());
    let visible: Vec<&str> = Shown::new(&record, Dial::None).moments().map(|moment| moment.title.as_str()).collect();
    let whole = Shown::new(&record, Dial::All);
    let hidden = || whole.moments().map(|moment| moment.title.as_str()).filter(|title| !visible.contains(title));
    assert!(hidden().count() > 0);
    for of in ["/compare/", "/timeline/", "/reviews/", "/"] {
        let sheet = taken(&desk, Dial::None, of);
        let files = offered(&sheet).into_iter().map(|offer| file(&desk, &sheet, offer).text);
        for text in files.chain([sheet.text.clone()]) {
            assert!(!hidden().any(|title| text.contains(title)), "{of}");
        }
    }
}

#[test]
fn a_review_is_cited_alone_and_all_of_them_together() {
    let (desk, record) = (desk(), record());
    let shown = Shown::new(&record, Dial::None);
    let addresses: Vec<&str> = shown.reviews().iter().filter_map(|review| review.address.as_deref()).collect();
    let named = |text: &str| addresses.iter().filter(|address| text.contains(**address)).count();
    for review in shown.reviews().iter().filter(|review| review.address.is_some()) {
        let sheet = taken(&desk, Dial::None, &format!("/reviews/{}/", review.id));
        for offer in [Offer::CslJson, Offer::BibTex, Offer::PlainText, Offer::SchemaOrg] {
            assert_eq!(named(&file(&desk, &sheet, offer).text), 1, "{offer:?} of {}", review.id);
        }
        let copied: Vec<&str> =
            sheet.values("button", "data-copy").into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(copied, [file(&desk, &sheet, Offer::PlainText).text.trim_end()]);
    }
    let all = taken(&desk, Dial::None, "/");
    for offer in WHOLE {
        assert_eq!(named(&file(&desk, &all, offer).text), addresses.len(), "{offer:?}");
    }
}

#[test]
fn files_have_names_and_types_of_their_own() {
    let desk = desk();
    let mut names: Vec<String> = Vec::new();
    for of in ["/compare/", "/timeline/", "/"] {
        let sheet = taken(&desk, Dial::None, of);
        for offer in offered(&sheet).into_iter().filter(|offer| of == "/" || !WHOLE.contains(offer)) {
            let File { name, media_type, text } = file(&desk, &sheet, offer);
            assert!(media_type.contains('/') && !text.is_empty(), "{name}");
            names.push(name);
        }
    }
    // One more is offered to those who have texts.
    assert_eq!(names.len(), Offer::ALL.len() - 1);
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
}

#[test]
fn whoever_has_texts_is_offered_their_words_and_nobody_else() {
    let mut desk = carrying(&[]);
    assert!(!offered(&taken(&desk, Dial::All, "/")).contains(&Offer::AnnotationsWithWords));
    attach(&mut desk, "mine.txt", &words_of(REVIEWS[0]));
    let sheet = taken(&desk, Dial::All, "/");
    assert_eq!(offered(&sheet).last(), Some(&Offer::AnnotationsWithWords));
    assert!(sheet.text.contains("which are their publishers’"), "{}", sheet.text);
    let named = |text: &str| REVIEWS.map(|review| text.contains(&format!("/reviews/{review}/")));
    let with_words = file(&desk, &sheet, Offer::AnnotationsWithWords).text;
    assert_eq!((named(&with_words), with_words.contains("TextQuoteSelector")), ([true, false], true));
    // What everybody is offered quotes nothing, whoever has texts.
    let without = file(&desk, &sheet, Offer::Annotations).text;
    assert_eq!((named(&without), without.contains("TextQuoteSelector")), ([true, true], false));
    assert_eq!(without, file(&carrying(&[]), &taken(&carrying(&[]), Dial::All, "/"), Offer::Annotations).text);
    // A file that is asked for after its text has gone holds nothing.
    let ask = asked(&sheet).into_iter().find(|ask| ask.wanted == Wanted::File(Offer::AnnotationsWithWords)).unwrap();
    desk.remove(None);
    let Some(Said::File(empty)) = desk.answer(&ask) else { panic!("no file") };
    assert!(empty.text.contains("\"total\": 0"), "{}", empty.text);
}
