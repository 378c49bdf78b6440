//! What is wrong in a file is refused with file, line and remedy.

use liner_notes_record::{Dial, Shown};

use super::collection::{Collection, PLACE};

#[track_caller]
fn check_refused(change: impl FnOnce(&mut Collection), expected: &[&str]) {
    let mut collection = Collection::of(2);
    collection.topic("years", "premise", "kind = \"quantity\"\nunit = \"years\"");
    change(&mut collection);
    let refusal = collection.refusal();
    for words in expected {
        assert!(refusal.contains(words), "`{words}` is not in:\n{refusal}");
    }
}

#[test]
fn a_sound_collection_is_accepted() {
    let mut collection = Collection::of(2);
    collection.topic("years", "premise", "kind = \"quantity\"\nunit = \"years\"");
    collection.claim(0, "years", "value = \"19 years\"");
    collection.record();
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    check_refused(|c| c.work.insert_str(0, "colour = \"red\"\n"), &["made-up/work.toml:1:1", "colour"]);
}

#[test]
fn only_the_address_of_a_page_at_a_host_can_become_a_link() {
    for (address, said) in [
        ("http://tracker.example/new", "starts with https://"),
        ("javascript:alert(1)", "starts with https://"),
        ("data:text/html,<b>", "starts with https://"),
        (" https://tracker.example/", "starts with https://"),
        ("HTTPS://tracker.example/", "starts with https://"),
        ("//tracker.example/", "starts with https://"),
        ("https:///new", "is no host"),
        ("https://?new", "is no host"),
        ("https://tracker..example/", "is no host"),
        ("https://tracker.example:no/", "is no host"),
        ("https://tracker.example:99999/", "is no host"),
        ("https://me:secret@tracker.example/", "before the `@`"),
        ("https://publisher.example@tracker.example/", "before the `@`"),
        ("https://tracker example/", "is no host"),
        ("https://tracker.example\\\\new", "is no host"),
        ("https://tracker.example/\\u0000", "U+0000 cannot stand in an address"),
        ("https://tracker.example/\\u202e", "cannot stand in an address"),
        ("https://tracker.example\\\\@other.example/", "before the `@`"),
    ] {
        check_refused(|c| c.work.insert_str(0, &format!("tracker = \"{address}\"\n")), &["work.toml:1:11", said]);
    }
}

#[test]
fn an_address_may_have_a_port_a_query_and_letters_of_any_script() {
    for address in ["https://tracker.example:8080/new?a=b&c=d#e", "https://bücher.example/읽기/%20", "https://[::1"]
    {
        let mut collection = Collection::of(2);
        collection.topic("years", "premise", "kind = \"quantity\"\nunit = \"years\"");
        collection.work.insert_str(0, &format!("tracker = \"{address}\"\n"));
        if address.contains('[') {
            assert!(collection.refusal().contains("is no host"));
        } else {
            assert_eq!(Shown::new(&collection.record(), Dial::None).work().tracker.as_deref(), Some(address));
        }
    }
}

#[test]
fn broken_toml_is_refused_with_its_line() {
    check_refused(|c| c.related.push_str("[[related]]\nid = \n"), &["made-up/related.toml:2:"]);
}

#[test]
fn a_missing_file_is_refused() {
    let folder = liner_notes_record::source::Folder::new("nowhere", []);
    let refusal = liner_notes_record::source::check(&folder).unwrap_err().to_string();
    assert!(refusal.contains("nowhere/topics.toml:1:1: is missing"), "{refusal}");
}

#[test]
fn a_reference_to_nothing_is_refused_with_what_there_is() {
    check_refused(
        |c| c.claim(1, "yeers", "value = \"1 years\""),
        &["reviews/2.toml:10:9", "`yeers` names no topic", "`years`"],
    );
}

#[test]
fn an_id_that_is_taken_is_refused() {
    check_refused(|c| c.topic("years", "premise", "kind = \"text\""), &["topics.toml:13:6", "`years` is taken"]);
}

#[test]
fn an_id_above_the_premise_must_tell_nothing() {
    check_refused(|c| c.topic("he-dies", "ending", "kind = \"text\""), &["`he-dies` is above the premise", "`t-`"]);
}

#[test]
fn a_place_past_the_end_of_its_paragraph_is_refused() {
    let past = PLACE.replace("0+10", "95+10");
    check_refused(
        |c| {
            c.claim(0, "years", "value = \"1 years\"");
            c.reviews[0] = c.reviews[0].replace(PLACE, &past);
        },
        &["95+10 is not a passage of paragraph 1, which has 100 characters", "cargo xtask locate"],
    );
}

#[test]
fn a_place_in_a_paragraph_that_is_not_there_is_refused() {
    check_refused(
        |c| {
            c.claim(0, "years", "value = \"1 years\"");
            c.reviews[0] = c.reviews[0].replace("¶1", "¶7");
        },
        &["paragraphs 1 to 1", "number 7"],
    );
}

#[test]
fn a_choice_that_the_topic_does_not_list_is_refused_with_the_list() {
    check_refused(
        |c| {
            let kind = "kind = \"choice\"\n[[topic.position]]\nid = \"song\"\nname = \"a song\"";
            c.topic("work", "premise", kind);
            c.claim(0, "work", "value = \"dance\"");
        },
        &["`dance` is not a position of this topic; it lists `song`"],
    );
}

#[test]
fn a_value_of_another_kind_is_refused() {
    check_refused(|c| c.claim(0, "years", "value = \"3 songs\""), &["counts songs, but the topic counts years"]);
    check_refused(
        |c| c.claim(0, "years", "value = \"roughly 9 years\""),
        &["`roughly 9 years` is not a quantity such as `19 years`, `about 20 years`"],
    );
    check_refused(|c| c.claim(0, "years", "value = [\"a\"]"), &["only a set takes a list"]);
    check_refused(|c| c.claim(0, "years", ""), &["needs a `value`"]);
}

#[test]
fn a_claim_is_never_below_its_topic() {
    check_refused(
        |c| {
            c.topic("t-1", "ending", "kind = \"text\"");
            c.claim(0, "t-1", "level = \"premise\"");
        },
        &["gives away less"],
    );
}

#[test]
fn reviews_are_numbered_without_a_gap() {
    check_refused(|c| c.reviews[1] = c.reviews[1].replace("number = 2", "number = 3"), &["this should be 2"]);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    check_refused(
        |c| {
            c.claim(0, "nothing", "value = \"1 years\"");
            c.claim(1, "years", "value = \"many\"");
        },
        &["reviews/1.toml", "reviews/2.toml", "2 problems in the record"],
    );
}

#[test]
fn two_answers_of_one_review_are_told_apart_by_number() {
    let again = format!("[[claim]]\ntopic = \"years\"\nvalue = \"2 years\"\ntext = \"Again.\"\nat = [\"{PLACE}\"]\n");
    check_refused(
        |c| {
            c.claim(0, "years", "value = \"1 years\"");
            c.reviews[0] += &again;
        },
        &["this review answers `years` already; tell the two apart with `answer = 2`"],
    );
}

#[test]
fn of_two_answers_the_one_that_gives_less_away_has_the_lower_number() {
    check_refused(
        |c| {
            c.claim(0, "years", "value = \"1 years\"\nlevel = \"ending\"");
            c.claim(0, "years", "value = \"2 years\"");
        },
        &["has the lower `answer`; swap their numbers"],
    );
}

#[test]
fn a_title_that_no_review_names_is_refused() {
    check_refused(
        |c| c.related.push_str("[[related]]\nid = \"other\"\ntitle = \"Other\"\n"),
        &["related.toml:2:6", "no review names `other`"],
    );
}

#[test]
fn a_date_with_a_sign_in_it_is_refused() {
    check_refused(|c| c.reviews[0].insert_str(0, "date = \"2022-+4\"\n"), &["`2022-+4` is not a date"]);
}
