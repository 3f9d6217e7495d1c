// The drawing library as a component of its own: its message never changes, so Streamlit sends it once a session.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);
globalThis.__policyGraphEngine = cytoscape;
globalThis.dispatchEvent(new Event("policy-graph-engine"));

export default function () {}
