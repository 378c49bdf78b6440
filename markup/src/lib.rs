//! The macro in which the app's views are written.
//!
//! Its notation is that of Yew's `html!`, and so is what comes of it. What differs is what is compiled: Yew's macro
//! writes code that builds each element, and that code was half of the app. This one writes each piece of markup down
//! as a text, the template, and code only for what is not known beforehand, the holes in it. One function of the app
//! then builds the elements of all templates (`src/markup.rs`).
//!
//! - `tree` reads the notation.
//! - `template` writes the template and what fills its holes.

mod template;
mod tree;

use proc_macro::TokenStream;

/// Elements, as in Yew's macro of that name: attributes with a literal or an `{expression}`, `{name}` for
/// `name={name}`, `key`, listeners, `{ content }`, `if` and `if let` with `else`, `for … in … { … }`, fragments,
/// and components without children.
///
/// The crate that uses it has the module `markup`, with what the expansion calls.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let html = syn::parse::<tree::Markup>(input).and_then(|markup| template::html(&markup.nodes));
    html.unwrap_or_else(syn::Error::into_compile_error).into()
}
