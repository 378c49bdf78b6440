//! The frame round every page: the bar, the places, the dial, the foot.

use yew::prelude::*;

use crate::address::{Address, Place};
use crate::components::dial::{AskBeforeTurning, OfferToTurnBack, SpoilerDial};
use crate::components::go::Go;
use crate::components::theme_switch::ThemeSwitch;
use crate::reader::use_reader;

/// What stands in the frame.
#[derive(PartialEq, Properties)]
pub(crate) struct ShellProps {
    /// The page.
    pub(crate) children: Html,
}

/// The frame.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let reader = use_reader();
    let here = reader.address.place.main();
    html! {
        <>
            <a class="skip-link" href="#content">{ "Skip to the content" }</a>
            <header class="top-bar">
                <Go to={Address::of(Place::Overview)} class="brand">
                    <svg class="brand-mark" viewBox="0 0 28 28" aria-hidden="true">
                        <circle class="disc" cx="14" cy="14" r="14" />
                        <circle class="label" cx="14" cy="14" r="7.5" />
                        <circle class="hole" cx="14" cy="14" r="2.5" />
                    </svg>
                    <span class="brand-name">{ "Liner Notes" }</span>
                </Go>
                <nav class="places bottom-bar" aria-label="Places">
                    for (place, name) in Place::MAIN {
                        <Go
                            key={name}
                            class="place"
                            current={here.as_ref() == Some(&place)}
                            to={Address::of(place)}
                        >
                            { name }
                        </Go>
                    }
                </nav>
                <SpoilerDial />
                <ThemeSwitch />
            </header>
            <main id="content" class="page" tabindex="-1">{ props.children.clone() }</main>
            <footer class="footer">
                <p>
                    { "Facts, names and paraphrases of ours, each with the paragraph it comes from. The reviews belong \
                       to their publishers, with whom this page has no tie." }
                </p>
            </footer>
            <AskBeforeTurning />
            <OfferToTurnBack />
        </>
    }
}
