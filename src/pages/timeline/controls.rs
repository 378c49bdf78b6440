//! The two choices over the score: its order, and whether it is drawn at all.

use yew::prelude::*;

use super::choices::{Choice, Order, View};
use crate::markup::html;

/// The choices. The list gives the story's order and every rank at once, so there is no order to choose for it.
pub(super) fn controls(order: Order, view: View, choose: &Callback<Choice>) -> Html {
    html! {
        <div class="timeline-controls">
            if view == View::Score {
                <div class="order-choice" role="group" aria-label="Order">
                    { pills("order", &Order::ALL, order, choose) }
                </div>
            } else {
                <p class="list-key">{ "“3rd” means: the third moment in that review’s own telling." }</p>
            }
            <div class="view-choice" role="group" aria-label="View">
                { pills("view", &View::ALL, view, choose) }
            </div>
        </div>
    }
}

/// One pill for each; the usual one takes its key out of the address.
fn pills<T: Copy + Default + PartialEq>(
    key: &'static str,
    all: &'static [(T, &'static str, &'static str)],
    chosen: T,
    choose: &Callback<Choice>,
) -> Html {
    let pill = |(one, words, token): &(T, &'static str, &'static str)| {
        let is_chosen = *one == chosen;
        let value = if *one == T::default() { "" } else { *token };
        let onclick = choose.reform(move |_: MouseEvent| (key, value.to_owned(), None));
        html! {
            <button
                key={*token}
                type="button"
                class={if is_chosen { "pill is-chosen" } else { "pill" }}
                aria-pressed={is_chosen.to_string()}
                {onclick}
            >
                { *words }
            </button>
        }
    };
    all.iter().map(pill).collect()
}
