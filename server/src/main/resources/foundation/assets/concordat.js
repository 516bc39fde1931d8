// Pages work without this. It tells the styles that scripts run, and starts the Design System's parts.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
initAll();
// The Design System's radios say aria-expanded, which a radio may not have; what is shown is said by aria-controls alone.
const withoutExpanded = () =>
  document.querySelectorAll("input[type=radio][aria-expanded]").forEach((radio) => radio.removeAttribute("aria-expanded"));
withoutExpanded();
document.addEventListener("click", withoutExpanded);
window.addEventListener("pageshow", withoutExpanded);
