import "./card";
import "./app";

document.getElementById("app")!.append(document.createElement("portal-app"));
