//! What stands over the table: statuses to keep, reviews to compare, a group, a word.

use liner_notes_record::model::GroupId;
use liner_notes_record::questions::{Comparison, Status};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::choice::Choice;
use super::chooser::review_chooser;
use crate::address::Address;
use crate::browser;
use crate::markup::html;
use crate::reader::{Action, ReaderHandle};

/// Takes the step to another choice, where there is one. Every press is a step in the history.
pub(super) fn step_to<E: 'static>(reader: &ReaderHandle, to: Option<Choice>) -> Callback<E> {
    let to = to.map(|choice| choice.address());
    let reader = reader.clone();
    Callback::from(move |_: E| step(&reader, to.clone()))
}

/// For the callbacks of every event: what they do is compiled once.
fn step(reader: &ReaderHandle, to: Option<Address>) {
    let Some(to) = to else { return };
    let reader = reader.clone();
    browser::press::after_paint(move || {
        browser::location::push(&to, &reader.form);
        reader.dispatch(Action::Go(to, None));
    });
}

/// The controls.
pub(super) fn controls(reader: &ReaderHandle, choice: &Choice, comparison: &Comparison<'_>) -> Html {
    html! {
        <div class="controls">
            { status_pills(reader, choice, comparison) }
            <div class="controls-more">
                { group_field(reader, choice) }
                { text_field(reader, choice) }
                { review_chooser(reader, choice) }
            </div>
        </div>
    }
}

fn status_pills(reader: &ReaderHandle, choice: &Choice, comparison: &Comparison<'_>) -> Html {
    let offered = |status: Status| comparison.count(status) > 0 || choice.filter.statuses.contains(&status);
    let is_all = choice.filter.statuses.is_empty();
    html! {
        <div class="status-pills" role="group" aria-label="Show rows that">
            <button
                type="button"
                class={if is_all { "pill is-chosen" } else { "pill" }}
                aria-pressed={is_all.to_string()}
                onclick={step_to(reader, Some(choice.with_every_status()))}
            >
                { "All topics " }<span class="count">{ comparison.speaking() }</span>
            </button>
            for status in Status::ALL.into_iter().filter(|status| offered(*status)) {
                <button
                    key={status.token()}
                    type="button"
                    class={if choice.filter.statuses.contains(&status) { "pill is-chosen" } else { "pill" }}
                    aria-pressed={choice.filter.statuses.contains(&status).to_string()}
                    data-status={status.token()}
                    onclick={step_to(reader, Some(choice.with_status_toggled(status)))}
                >
                    <span class="status">{ status.words() }</span>{ " " }
                    <span class="count">{ comparison.count(status) }</span>
                </button>
            }
        </div>
    }
}

fn group_field(reader: &ReaderHandle, choice: &Choice) -> Html {
    let chosen = choice.filter.group.as_ref();
    let onchange = {
        let (reader, choice) = (reader.clone(), choice.clone());
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let mut next = choice.unsought();
            next.filter.group = (!value.is_empty()).then(|| GroupId::new(&value));
            step(&reader, Some(next.address()));
        })
    };
    html! {
        <label class="field">
            <span class="visually-hidden">{ "Group" }</span>
            <select name="group" {onchange}>
                <option value="" selected={chosen.is_none()}>{ "Every group" }</option>
                for group in reader.shown().groups() {
                    <option key={group.id.as_str()} value={group.id.as_str()} selected={chosen == Some(&group.id)}>
                        { group.name.as_str() }
                    </option>
                }
            </select>
        </label>
    }
}

/// Typing a word is no step in the history, or going back would take as many steps as the word has letters.
fn text_field(reader: &ReaderHandle, choice: &Choice) -> Html {
    let oninput = {
        let (reader, choice) = (reader.clone(), choice.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let mut next = choice.unsought();
            next.filter.text = value;
            let to = next.address();
            browser::location::replace(&to, &reader.form);
            reader.dispatch(Action::Go(to, None));
        })
    };
    html! {
        <label class="field">
            <span class="visually-hidden">{ "Words in a topic or an answer" }</span>
            <input
                type="search"
                name="text"
                autocomplete="off"
                placeholder="Filter by words"
                value={choice.filter.text.clone()}
                {oninput}
            />
        </label>
    }
}
