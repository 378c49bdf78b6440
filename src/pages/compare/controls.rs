//! What stands over the table: statuses to keep, reviews to compare, a group, a word.

use liner_notes_record::Shown;
use liner_notes_record::model::GroupId;
use liner_notes_record::questions::Status;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::choice::{Choice, Sought};
use super::chooser::ReviewChooser;
use crate::address::Address;
use crate::browser;
use crate::reader::{Action, ReaderHandle, use_reader};

/// The choice and what it comes to.
#[derive(PartialEq, Properties)]
pub(super) struct ControlsProps {
    pub(super) choice: Choice,
    pub(super) shown: Shown<'static>,
    pub(super) counts: [usize; Status::ALL.len()],
}

/// Goes to another choice. Every press is a step in the history; typing a word is not, or going back would take as
/// many steps as the word has letters.
pub(super) fn go(reader: &ReaderHandle, to: &Address, is_step: bool) {
    if is_step {
        browser::location::push(to, &reader.form);
    } else {
        browser::location::replace(to, &reader.form);
    }
    reader.dispatch(Action::Go(to.clone()));
}

/// The controls.
#[component]
pub(super) fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps { choice, shown, counts } = props;
    html! {
        <div class="controls">
            <StatusPills choice={choice.clone()} counts={*counts} />
            <div class="controls-more">
                <GroupField choice={choice.clone()} shown={*shown} />
                <TextField choice={choice.clone()} />
                <ReviewChooser choice={choice.clone()} reviews={shown.reviews()} />
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct StatusPillsProps {
    choice: Choice,
    counts: [usize; Status::ALL.len()],
}

#[component]
fn StatusPills(props: &StatusPillsProps) -> Html {
    let reader = use_reader();
    let StatusPillsProps { choice, counts } = props;
    let step_to = |to: Choice| {
        let reader = reader.clone();
        Callback::from(move |_: MouseEvent| go(&reader, &to.address(), true))
    };
    let speaking: usize =
        Status::ALL.iter().zip(counts).filter(|(status, _)| **status != Status::Silent).map(|(_, count)| count).sum();
    let offered = |status: Status| counts[status as usize] > 0 || choice.filter.statuses.contains(&status);
    let is_all = choice.filter.statuses.is_empty();
    html! {
        <div class="status-pills" role="group" aria-label="Show rows that">
            <button
                type="button"
                class={classes!("pill", is_all.then_some("is-chosen"))}
                aria-pressed={is_all.to_string()}
                onclick={step_to(choice.with_every_status())}
            >
                { "All topics " }<span class="count">{ speaking }</span>
            </button>
            for status in Status::ALL.into_iter().filter(|status| offered(*status)) {
                <button
                    key={status.token()}
                    type="button"
                    class={classes!("pill", choice.filter.statuses.contains(&status).then_some("is-chosen"))}
                    aria-pressed={choice.filter.statuses.contains(&status).to_string()}
                    data-status={status.token()}
                    onclick={step_to(choice.with_status_toggled(status))}
                >
                    <span class="status">{ status.words() }</span>{ " " }
                    <span class="count">{ counts[status as usize] }</span>
                </button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct GroupFieldProps {
    choice: Choice,
    shown: Shown<'static>,
}

#[component]
fn GroupField(props: &GroupFieldProps) -> Html {
    let reader = use_reader();
    let chosen = props.choice.filter.group.clone();
    let onchange = {
        let choice = props.choice.clone();
        Callback::from(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let mut next = Choice { sought: Sought::Nothing, ..choice.clone() };
            next.filter.group = (!value.is_empty()).then(|| GroupId::new(&value));
            go(&reader, &next.address(), true);
        })
    };
    html! {
        <label class="field">
            <span class="visually-hidden">{ "Group" }</span>
            <select name="group" {onchange}>
                <option value="" selected={chosen.is_none()}>{ "Every group" }</option>
                for group in props.shown.groups() {
                    <option
                        key={group.id.as_str()}
                        value={group.id.to_string()}
                        selected={chosen.as_ref() == Some(&group.id)}
                    >
                        { group.name.clone() }
                    </option>
                }
            </select>
        </label>
    }
}

#[derive(PartialEq, Properties)]
struct TextFieldProps {
    choice: Choice,
}

#[component]
fn TextField(props: &TextFieldProps) -> Html {
    let reader = use_reader();
    let oninput = {
        let choice = props.choice.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let mut next = Choice { sought: Sought::Nothing, ..choice.clone() };
            next.filter.text = value;
            go(&reader, &next.address(), false);
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
                value={props.choice.filter.text.clone()}
                {oninput}
            />
        </label>
    }
}
