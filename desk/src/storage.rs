//! Where texts are kept on the device: a database of the browser's, one for each folder that the app stands in, since
//! some hosts give one origin to all of a person's sites.
//!
//! It is open only while something is done in it. So no tab stands in the way of a later edition that has to change it,
//! and one that the reader deletes in the browser's settings is simply made anew.

use std::cell::RefCell;
use std::rc::Rc;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Function, Promise};
use liner_notes::sheets::shelf::{Kept, NotKept, Owed};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::DedicatedWorkerGlobalScope;

/// The only store in it. Its keys are the ids of texts, its values their names and words.
const TEXTS: &str = "texts";

/// Which form of the database this edition knows. One that changes it counts on; this one then leaves it alone.
const VERSION: u32 = 1;

/// How long it may take to open, in milliseconds. Now and then a browser never answers, and a tab of another edition may
/// be in the middle of changing it; readers are not to wait for either.
const PATIENCE: i32 = 4_000;

/// What the browser says of a database of a later version.
const LATER: &str = "VersionError";

/// The texts in the database of that name. What is no text is passed over, and stays.
pub(crate) async fn texts(name: &str) -> Result<Vec<Kept>, NotKept> {
    let database = open(name).await?;
    let texts = all(&database).await;
    database.close();
    texts.map_err(|_| NotKept::Refused)
}

/// Does what is owed in the database of that name; says what was done, and why not all of it. What was removed goes
/// whatever comes of the rest; what was replaced goes together with what comes in its place, or not at all.
pub(crate) async fn settle(name: &str, Owed { removed, replaced, new }: Owed) -> (Owed, Option<NotKept>) {
    let mut done = Owed::default();
    let database = match open(name).await {
        Ok(database) => database,
        Err(why) => return (done, Some(why)),
    };
    let is_let_go = change(&database, &removed, &[]).await.is_ok();
    let is_kept = change(&database, &replaced, &new).await.is_ok();
    database.close();
    if is_let_go {
        done.removed = removed;
    }
    if is_kept {
        (done.replaced, done.new) = (replaced, new);
    }
    (done, (!(is_let_go && is_kept)).then_some(NotKept::Refused))
}

/// What came of opening it: nothing yet, or nobody waits any more.
enum Opening {
    Awaited,
    Done(Result<Database, NotKept>),
    GivenUp,
}

/// Opens it, new where there is none, or gives up after a while.
async fn open(name: &str) -> Result<Database, NotKept> {
    let opening = Rc::new(RefCell::new(Opening::Awaited));
    let end = {
        let (opening, name) = (Rc::clone(&opening), name.to_owned());
        Promise::new(&mut move |done, _| {
            let (opening, name) = (Rc::clone(&opening), name.clone());
            // It is waited for whatever comes of it: the browser calls back.
            spawn_local(async move {
                let opened = opened(&name).await;
                match (&mut *opening.borrow_mut(), opened) {
                    (Opening::GivenUp, late) => late.iter().for_each(Database::close),
                    (opening, opened) => *opening = Opening::Done(opened),
                }
                call(&done);
            });
        })
    };
    // Of a promise that is resolved nothing fails.
    let _ = JsFuture::from(Promise::race(&Array::of2(&end, &patience()))).await;
    match opening.replace(Opening::GivenUp) {
        Opening::Done(opened) => opened,
        Opening::Awaited | Opening::GivenUp => Err(NotKept::Refused),
    }
}

/// Ends after a while; at once where there is no clock.
fn patience() -> Promise {
    Promise::new(&mut |done, _| {
        let scope = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>();
        let timer = scope.map(|scope| scope.set_timeout_with_callback_and_timeout_and_arguments_0(&done, PATIENCE));
        if !matches!(timer, Ok(Ok(_))) {
            call(&done);
        }
    })
}

/// Calls a function of a promise, of which neither fails.
fn call(function: &Function) {
    drop(function.call0(&JsValue::NULL));
}

async fn opened(name: &str) -> Result<Database, NotKept> {
    let opened = async {
        let mut open = Factory::new()?.open(name, Some(VERSION))?;
        open.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // Refused only where it is there already.
                let _ = database.create_object_store(TEXTS, ObjectStoreParams::new());
            }
        });
        open.await
    };
    opened.await.map_err(|error| match error {
        Error::DomException(exception) if exception.name() == LATER => NotKept::LaterEdition,
        _ => NotKept::Refused,
    })
}

async fn all(database: &Database) -> Result<Vec<Kept>, Error> {
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(TEXTS)?;
    // Both are in the order of the keys. Whatever comes of one, the other is waited for: it calls back.
    let (keys, values) = (store.get_all_keys(None, None)?.into_future(), store.get_all(None, None)?.into_future());
    let (keys, values) = (keys.await, values.await);
    let read = |(key, value): (JsValue, JsValue)| Kept::read(&key.as_string()?, &value.as_string()?);
    Ok(keys?.into_iter().zip(values?).filter_map(read).collect())
}

/// Lets go of some and keeps others: all of it, or nothing.
async fn change(database: &Database, gone: &[String], new: &[Kept]) -> Result<(), Error> {
    if gone.is_empty() && new.is_empty() {
        return Ok(());
    }
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadWrite)?;
    let asked = transaction.object_store(TEXTS).and_then(|store| ask(&store, gone, new));
    if let Err(error) = asked {
        // What it was asked before must not be done alone. One that has failed by itself cannot be given up once more.
        let _ = transaction.abort();
        return Err(error);
    }
    finished(transaction).await
}

fn ask(store: &ObjectStore, gone: &[String], new: &[Kept]) -> Result<(), Error> {
    for kept in new {
        store.put(&kept.write().into(), Some(&JsValue::from(&kept.id)))?;
    }
    for id in gone {
        store.delete(JsValue::from(id))?;
    }
    Ok(())
}

/// Waits until all is done. A browser that has no room may say so only then, and by giving up: a transaction ends in one
/// of two ways, whatever went wrong before.
async fn finished(mut transaction: Transaction) -> Result<(), Error> {
    let ended = Promise::new(&mut |done, given_up| {
        transaction.on_complete(move |_| call(&done));
        transaction.on_abort(move |_| call(&given_up));
    });
    JsFuture::from(ended).await.map(drop).map_err(Error::TransactionCommitError)
}
