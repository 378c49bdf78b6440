//! The frame round every page: the bar, the places, the dial, the foot.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::browser;
use crate::components::copy_link::copy_page_link;
use crate::components::dial::{ask_before_turning, offer_to_turn_back, spoiler_dial};
use crate::components::edition::edition_words;
use crate::components::link::link_as;
use crate::components::search_link::search_link;
use crate::components::theme_switch::theme_switch;
use crate::markup::html;
use crate::pages::take;
use crate::reader::{Reader, ReaderHandle};

/// Takes the focus to the content and leaves the address alone: where the whole app is one file, what follows the `#`
/// says where the reader is.
fn skip(click: MouseEvent) {
    click.prevent_default();
    browser::page::show("content");
}

/// The frame round a page.
pub(crate) fn shell(reader: &ReaderHandle, page: Html) -> Html {
    let here = reader.address.place.main();
    html! {
        <>
            <a class="skip-link" href="#content" onclick={Callback::from(skip)}>{ "Skip to the content" }</a>
            <header class="top-bar">
                <a class="brand" href={Address::of(Place::Overview).href(&reader.form)}>
                    <svg class="brand-mark" viewBox="0 0 28 28" aria-hidden="true">
                        <circle class="disc" cx="14" cy="14" r="14" />
                        <circle class="label" cx="14" cy="14" r="7.5" />
                        <circle class="hole" cx="14" cy="14" r="2.5" />
                    </svg>
                    <span class="brand-name">{ "Liner Notes" }</span>
                </a>
                <nav class="places bottom-bar" aria-label="Places">
                    for (place, name) in Place::single().take(5) {
                        <a
                            key={name}
                            class="place"
                            aria-current={(here.as_ref() == Some(place)).then_some("page")}
                            href={Address::of(place.clone()).href(&reader.form)}
                        >
                            { name }
                        </a>
                    }
                </nav>
                { spoiler_dial(reader) }
                { search_link(reader) }
                { theme_switch(reader) }
            </header>
            <main id="content" class="page" tabindex="-1">
                <div class="take-ways">
                    // There, the link of the view that something is taken of is what one wants.
                    if reader.address.place != Place::Take {
                        { copy_page_link() }
                    }
                    if here.is_some() {
                        { link_as("take-link", &reader.form, &take::way(reader), "Take it along") }
                    }
                </div>
                { page }
            </main>
            <footer class="footer">
                <p>
                    { "Facts, names and paraphrases of ours, each with the paragraph it comes from. The reviews belong \
                       to their publishers, with whom this page has no tie." }
                </p>
                { footing(reader) }
                <button type="button" class="keys-button" data-keys="">{ "Keyboard shortcuts" }</button>
            </footer>
            { ask_before_turning(reader) }
            { offer_to_turn_back(reader) }
        </>
    }
}

/// Which state of the record this is, on the way to what there is to say about it.
fn footing(reader: &Reader) -> Html {
    let edition = reader.shown().edition();
    let about = Address::of(Place::About);
    html! {
        <p class="footing">
            <a
                aria-current={(reader.address.place == about.place).then_some("page")}
                href={about.href(&reader.form)}
            >
                { "About the record · " }
                { edition_words(edition) }
            </a>
            { " · " }
            { edition.licence.as_str() }
        </p>
    }
}
