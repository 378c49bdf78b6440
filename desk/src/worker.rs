//! The worker's way in: the first message is the packed record. After it come questions, which are texts, and what the
//! reader does with texts: `{ attach }`, a list of files and pasted texts, and `{ remove }`, the id of one or nothing.

use std::cell::RefCell;

use js_sys::{Array, Date, Object, Promise, Reflect, Uint8Array};
use liner_notes::asking::{Ask, CHANGED, DAMAGED, OPEN, READY};
use liner_notes::sheets::shelf::NotKept;
use liner_notes_desk::{Desk, Said};
use liner_notes_export::File;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

use crate::turns::in_turn;
use crate::{reading, storage};

/// What the app's passages are found again by.
static PROOFS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/proofs.bin"));

/// The texts that the build carries: none, unless it was told to.
static CARRIED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/carried.bin"));

/// For how long texts are made ready to be searched before it is somebody else's turn, in milliseconds.
const SLICE: f64 = 30.0;

/// How often the page hears how far that is, in milliseconds.
const TOLD: f64 = 250.0;

#[derive(Default)]
struct State {
    desk: Option<Desk>,
    /// Tells other tabs that texts have changed.
    channel: Option<BroadcastChannel>,
    /// Whether texts are being made ready to be searched.
    is_reading: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Hears what the page says from now on.
pub(crate) fn start() {
    let Some(scope) = scope() else { return };
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(|message: MessageEvent| hear(message.data()));
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // It is heard for as long as the worker runs.
    hear.forget();
    say(OPEN);
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

fn say(what: &str) {
    post(&what.into());
}

fn post(what: &JsValue) {
    if let Some(scope) = scope() {
        // Refused is only what cannot be copied, and texts can.
        let _ = scope.post_message(what);
    }
}

/// A sheet is a text, a file an object that holds one: so the page knows the two apart.
fn message_of(said: Option<Said>) -> JsValue {
    match said {
        Some(Said::Sheet(answer)) => answer.write().into(),
        Some(Said::File(File { name, media_type, text })) => {
            let [file, message] = [Object::new(), Object::new()];
            for (key, value) in [("name", name.as_str()), ("type", media_type), ("text", &text)] {
                set(&file, key, &value.into());
            }
            set(&message, "file", &file);
            message.into()
        }
        None => DAMAGED.into(),
    }
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Refused only by objects that are closed, and ours are new.
    let _ = Reflect::set(object, &key.into(), value);
}

fn hear(message: JsValue) {
    if let Some(text) = message.as_string() {
        let answer = |state: &State| Some(message_of(state.desk.as_ref()?.answer(&Ask::read(&text)?)));
        // Whoever asks waits for an answer: what is not understood gets one as well.
        post(&STATE.with_borrow(answer).unwrap_or_else(|| DAMAGED.into()));
        if STATE.with_borrow_mut(State::begins_to_read) {
            spawn_local(read_on());
        }
        return;
    }
    if let Some(record) = message.dyn_ref::<Uint8Array>() {
        open(&record.to_vec());
        return;
    }
    let part = |key: &str| Reflect::get(&message, &key.into()).ok().filter(|part| !part.is_undefined());
    if let Some(files) = part("attach") {
        spawn_local(attach(Array::from(&files)));
    } else if let Some(id) = part("remove") {
        let id = id.as_string().filter(|id| !id.is_empty());
        in_turn(change(move |desk| desk.remove(id.as_deref())));
    }
}

impl State {
    fn is_behind(&self) -> bool {
        self.desk.as_ref().is_some_and(Desk::is_behind)
    }

    /// Whether there are texts to make ready, and nobody does.
    fn begins_to_read(&mut self) -> bool {
        let begins = !self.is_reading && self.is_behind();
        self.is_reading |= begins;
        begins
    }

    /// Makes texts ready for a while; says whether there is more to do.
    fn read_on(&mut self) -> bool {
        let start = Date::now();
        let Some(desk) = &mut self.desk else { return false };
        while desk.read_on() {
            if Date::now() - start > SLICE {
                return true;
            }
        }
        false
    }
}

/// Makes texts ready to be searched, a slice at a time: between two, questions are heard.
async fn read_on() {
    let mut told = Date::now();
    loop {
        turn().await;
        let is_more = STATE.with_borrow_mut(State::read_on);
        if !is_more {
            STATE.with_borrow_mut(|state| state.is_reading = false);
        }
        if !is_more || Date::now() - told > TOLD {
            told = Date::now();
            say(CHANGED);
        }
        if !is_more {
            return;
        }
    }
}

/// Lets what has come in the meantime be heard first.
async fn turn() {
    let Some(scope) = scope() else { return };
    let timeout = Promise::new(&mut |resolve, _| {
        // Refused only to those who have too many of them, and there is one.
        let _ = scope.set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(timeout).await;
}

/// Opens the desk with the record, and lays out what an earlier visit left.
fn open(record: &[u8]) {
    let Ok(desk) = Desk::open(record, PROOFS, CARRIED) else { return say(DAMAGED) };
    STATE.with_borrow_mut(|state| {
        state.desk = Some(desk);
        state.channel = channel();
    });
    in_turn(async {
        lay_out().await;
        say(READY);
    });
}

/// What everything is called that this app keeps in the browser for texts, in this folder.
fn name() -> String {
    let folder = scope().map(|scope| scope.location().pathname()).unwrap_or_default();
    format!("liner-notes.texts {}", folder.rsplit_once('/').map_or("", |(folder, _)| folder))
}

/// Hears of other tabs that texts have changed.
fn channel() -> Option<BroadcastChannel> {
    let channel = BroadcastChannel::new(&name()).ok()?;
    let hear = Closure::<dyn FnMut()>::new(|| {
        in_turn(async {
            lay_out().await;
            say(CHANGED);
        });
    });
    channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    Some(channel)
}

/// Does something with the desk, once there is one.
fn with_desk<T>(act: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    STATE.with_borrow_mut(|state| state.desk.as_mut().map(act))
}

/// Lays out what is kept, if anything can be.
async fn lay_out() {
    match storage::texts(&name()).await {
        Ok(texts) => with_desk(|desk| desk.lay_out(texts)),
        Err(why) => mind(Some(why)),
    };
}

fn mind(not_kept: Option<NotKept>) -> Option<()> {
    with_desk(|desk| desk.mind(not_kept))
}

/// Reads files beside all else, and attaches them in their turn.
async fn attach(files: Array) {
    let mut texts = Vec::new();
    for file in files {
        texts.push(reading::read(file).await);
    }
    in_turn(change(move |desk| desk.attach(texts)));
}

/// Changes what is on the desk, keeps that, and tells everyone.
async fn change(change: impl FnOnce(&mut Desk)) {
    with_desk(change);
    if let Some(owed) = with_desk(|desk| desk.owed()).filter(|owed| !owed.is_empty()) {
        let (done, not_kept) = storage::settle(&name(), owed).await;
        with_desk(|desk| {
            desk.settle(&done);
            desk.mind(not_kept);
        });
        STATE.with_borrow(|state| {
            // A channel that is closed has nobody to tell.
            let _ = state.channel.as_ref().map(|channel| channel.post_message(&JsValue::NULL));
        });
    }
    say(CHANGED);
}
