import { type Html, html } from "../http/page";
import { chosenMethod } from "./checkout-form";
import { field } from "./field";

/** The fields of the form: who pays, and the card, the bank account, or the choice between them. */
export function paymentFields(
  types: string[],
  problems: Record<string, string>,
  entered: URLSearchParams | undefined,
  email: string,
): Html {
  const chosen = chosenMethod(entered, types);
  const value = (name: string) => entered?.get(name) ?? "";
  return html`${field("email", "Email", problems, { value: email, type: "email", autocomplete: "email" })}
${field("name", types.includes("us_bank_account") ? "Name of the card or account holder" : "Name on card", problems, { value: value("name"), autocomplete: "name" })}
${types.length === 1 ? fieldsOf(types[0] ?? "card", problems, value) : types.map((type) => choice(type, type === chosen, fieldsOf(type, problems, value)))}`;
}

function fieldsOf(type: string, problems: Record<string, string>, value: (name: string) => string): Html {
  return type === "card" ? cardFields(problems, value) : bankFields(problems, value);
}

function choice(type: string, checked: boolean, fields: Html): Html {
  const name = type === "card" ? "Card" : "US bank account";
  return html`<fieldset><legend><input type="radio" id="method-${type}" name="method" value="${type}"${checked ? html` checked` : null}>
<label for="method-${type}">${name}</label></legend>
${fields}</fieldset>`;
}

function cardFields(problems: Record<string, string>, value: (name: string) => string): Html {
  return html`${field("number", "Card number", problems, { value: value("number"), inputmode: "numeric", autocomplete: "cc-number", placeholder: "4242 4242 4242 4242" })}
<div class="pair">
${field("exp", "Expiry (MM/YY)", problems, { value: value("exp"), inputmode: "numeric", autocomplete: "cc-exp", placeholder: "12/34" })}
${field("cvc", "Security code", problems, { value: "", inputmode: "numeric", autocomplete: "cc-csc", placeholder: "123" })}
</div>`;
}

function bankFields(problems: Record<string, string>, value: (name: string) => string): Html {
  const person = value("account_holder_type") === "individual";
  return html`<div class="pair">
${field("routing_number", "Routing number", problems, { value: value("routing_number"), inputmode: "numeric", autocomplete: "off", placeholder: "110000000" })}
${field("account_number", "Account number", problems, { value: value("account_number"), inputmode: "numeric", autocomplete: "off", placeholder: "000123456789" })}
</div>
<p class="field"><label for="account_holder_type">The account belongs to</label>
<select id="account_holder_type" name="account_holder_type">
<option value="company"${person ? null : html` selected`}>a company</option>
<option value="individual"${person ? html` selected` : null}>a person</option></select></p>
<p class="muted">By going on you allow Evenshare to debit this bank account for what you owe, until you say otherwise.</p>`;
}

/** What the test numbers do, for the methods a session offers. */
export function testNumbers(types: string[], charging: boolean): Html {
  return html`${types.includes("card") ? html`<details><summary>Test cards</summary><dl class="cards">${cards(charging)}</dl></details>` : null}
${types.includes("us_bank_account") ? html`<details><summary>Test bank accounts (routing number 110000000)</summary><dl class="cards">${banks}</dl></details>` : null}`;
}

function cards(charging: boolean): Html {
  if (charging) {
    return html`<dt>4242 4242 4242 4242</dt><dd>pays; available in two days</dd>
<dt>4000 0000 0000 0077</dt><dd>pays; available at once</dd>
<dt>4000 0000 0000 3220</dt><dd>asks for 3-D Secure</dd>
<dt>4000 0000 0000 0002</dt><dd>is declined</dd>
<dt>4000 0000 0000 9995</dt><dd>has insufficient funds</dd>
<dt>4000 0000 0000 0259</dt><dd>pays; is disputed at once</dd>`;
  }
  return html`<dt>4242 4242 4242 4242</dt><dd>can be charged later</dd>
<dt>4000 0025 0000 3155</dt><dd>asks for 3-D Secure now, can be charged later</dd>
<dt>4000 0027 6000 3184</dt><dd>asks for 3-D Secure now and on every charge</dd>
<dt>4000 0000 0000 0341</dt><dd>is saved, and declined when it is charged</dd>
<dt>4000 0000 0000 0002</dt><dd>is declined</dd>`;
}

const banks = html`<dt>000123456789</dt><dd>pays two days later</dd>
<dt>000222222227</dt><dd>fails two days later: insufficient funds</dd>
<dt>000111111113</dt><dd>fails two days later: account closed</dd>
<dt>000333333335</dt><dd>fails two days later: debits not allowed</dd>
<dt>000555555559</dt><dd>pays two days later, is returned on the seventh day</dd>
<dt>000000000009</dt><dd>never answers</dd>`;
