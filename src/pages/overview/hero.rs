//! The top of the front page: facts, title, premise, ways in, and the drawn sleeve.

use liner_notes_record::Shown;
use liner_notes_record::model::Topic;
use liner_notes_record::questions::Headline;
use yew::prelude::*;

use crate::address::{Address, Form, Place};
use crate::components::digest::topic_address;
use crate::components::link::{link, link_as};
use crate::markup::html;
use crate::numerals::{in_words, in_words_capitalised};

/// The top.
pub(super) fn hero(
    form: &Form,
    shown: Shown<'static>,
    headline: &[Headline<'static>],
    premise: &[&'static Topic],
) -> Html {
    let work = shown.work();
    let reviews = shown.reviews().len();
    html! {
        <section class="hero" aria-labelledby="work-title">
            <div class="hero-words">
                if !headline.is_empty() {
                    <p class="headline">
                        for (place, fact) in headline.iter().enumerate() {
                            <span key={place} class="fact">
                                <a href={topic_address(fact.topic).href(form)}>{ fact.words.clone() }</a>
                            </span>
                        }
                    </p>
                }
                <h1
                    id="work-title"
                    class={if is_long(&work.title) { "hero-title page-title is-long" } else { "hero-title page-title" }}
                    tabindex="-1"
                >
                    { work.title.as_str() }
                </h1>
                <p class="hero-lede">
                    { work.premise.as_str() }
                    { format!(
                        " {} reviews tell of it. Here is where they agree, where they differ, and what each one alone \
                         noticed.",
                        in_words_capitalised(reviews),
                    ) }
                </p>
                if !premise.is_empty() {
                    <p class="hero-sources">
                        { "Where this comes from: " }
                        for (place, topic) in premise.iter().copied().enumerate() {
                            <span key={topic.id.as_str()}>
                                if place > 0 {
                                    { ", " }
                                }
                                { link(form, &topic_address(topic), &topic.title) }
                            </span>
                        }
                        { "." }
                    </p>
                }
                <nav class="ways-in" aria-label="Ways in">
                    { link_as("button button-primary", form, &Address::of(Place::Compare), "Compare the reviews") }
                    { link_as("button", form, &Address::of(Place::Cast), "Meet the cast") }
                    { link_as("button", form, &Address::of(Place::Timeline), "Follow the story") }
                </nav>
            </div>
            <div class="sleeve-side">
                { sleeve(reviews, &work.sleeve) }
                { link_as("sleeve-note", form, &Address::of(Place::About), "About the record") }
            </div>
        </section>
    }
}

/// Whether a title would fill the window at the hero's size.
fn is_long(title: &str) -> bool {
    title.chars().count() > 28
}

/// How high each note stands, in steps up from the lowest; a tune that rises, for up to eight notes.
const TUNE: [i32; 8] = [0, 2, 2, 4, 6, 5, 7, 8];
/// Staff lines, their distance and the place of the lowest one.
const STAFF: (i32, i32, i32) = (5, 24, 250);

/// A record sleeve with a note for each review. Decoration: it says nothing that the page does not.
fn sleeve(reviews: usize, line: &'static str) -> Html {
    let notes = i32::try_from(reviews).unwrap_or(8);
    let (lines, gap, lowest) = STAFF;
    html! {
        <div class="sleeve" aria-hidden="true">
            <p class="sleeve-title">{ format!("{} notes", in_words(reviews)) }</p>
            <p class="sleeve-line">{ line }</p>
            <svg class="sleeve-staff" viewBox="0 0 360 300" preserveAspectRatio="none">
                for step in 0..lines {
                    <line
                        key={format!("line-{step}")}
                        x1="0"
                        x2="360"
                        y1={(lowest - step * gap).to_string()}
                        y2={(lowest - step * gap).to_string()}
                    />
                }
                for (place, step) in (0..notes).zip(TUNE) {
                    { note(70 + place * 220 / (notes - 1).max(1), lowest - step * gap / 2) }
                }
            </svg>
            <p class="sleeve-foot">{ "Liner notes · side by side" }</p>
        </div>
    }
}

fn note(x: i32, y: i32) -> Html {
    html! {
        <g key={format!("note-{x}")} transform={format!("translate({x} {y})")}>
            <ellipse rx="16.5" ry="12" transform="rotate(-18)" />
            <rect x="13" y="-66" width="3" height="64" />
        </g>
    }
}
