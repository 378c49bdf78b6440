//! A link inside the app.

use yew::prelude::*;

use crate::address::Address;
use crate::browser;
use crate::reader::{Action, use_reader};

/// What a link needs.
#[derive(PartialEq, Properties)]
pub(crate) struct GoProps {
    /// Where it leads.
    pub(crate) to: Address,
    /// Classes of the link.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Marks the place the reader is at.
    #[prop_or_default]
    pub(crate) current: bool,
    /// What it is called, where its content does not say it.
    #[prop_or_default]
    pub(crate) label: Option<AttrValue>,
    /// What stands in it.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A real link: it can be opened in a new tab and copied. A plain click goes there without loading the page anew.
#[component]
pub(crate) fn Go(props: &GoProps) -> Html {
    let reader = use_reader();
    let href = props.to.href(&reader.form);
    let onclick = {
        let (dispatch, form, to) = (reader.dispatcher(), reader.form.clone(), props.to.clone());
        Callback::from(move |event: MouseEvent| {
            let is_plain =
                event.button() == 0 && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
            if is_plain && !event.default_prevented() {
                event.prevent_default();
                browser::location::push(&to, &form);
                dispatch.dispatch(Action::Go(to.clone()));
            }
        })
    };
    let current = props.current.then_some("page");
    html! {
        <a {href} class={props.class.clone()} {onclick} aria-current={current} aria-label={props.label.clone()}>
            { props.children.clone() }
        </a>
    }
}
