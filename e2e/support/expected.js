// The usage that the card must show for recorded rows, computed in another way: in whole millionths.

const KNOWN = [
  ...["CC_VM_Backup", "CC_VM_Replica", "CC_Server_Backup", "CC_Workstation_Backup"],
  ...["VBR_vSphere_VM", "VBR_HyperV_VM", "VBR_Nutanix_VM", "VBR_AHV_VM", "VBR_RHV_VM", "VBR_VM"],
  ...["VBR_Cloud_VM", "VBR_NAS_Backup", "VBR_Application_Plugins"],
  ...["VBR_Server_Agent", "VBR_Workstation_Agent"],
  ...["VBR_Windows_Server_Agent", "VBR_Windows_Workstation_Agent"],
  ...["VAC_Server_Agent", "VAC_Workstation_Agent"],
  ...["VAC_Windows_Server_Agent", "VAC_Windows_Workstation_Agent"],
];

const MEASURES = ["rental", "new", "used"];

const place = (type) => {
  const known = KNOWN.indexOf(type);
  return known === -1 ? KNOWN.length : known;
};

const tally = (rows) => {
  const amounts = MEASURES.map((measure) => ({
    count: rows.reduce((sum, row) => sum + (row[`${measure}Count`] ?? 0), 0),
    millionths: rows.reduce((sum, row) => {
      const amount = row[`${measure}Instances`] ?? row[`${measure}Units`] ?? 0;
      return sum + Math.round(amount * 1e6);
    }, 0),
  }));
  const total = {
    count: amounts.reduce((sum, { count }) => sum + count, 0),
    millionths: amounts.reduce((sum, { millionths }) => sum + millionths, 0),
  };
  const named = [...MEASURES, "total"].map((measure, index) => {
    const { count, millionths } = [...amounts, total][index];
    return [measure, { count, instances: millionths / 1e6 }];
  });
  return Object.fromEntries(named);
};

/** The unit, the workloads without their labels, and the totals of a recorded payload. */
export function expected(payload) {
  const rows = (Array.isArray(payload) ? payload : payload?.data) ?? [];
  const byType = new Map();
  for (const row of rows) {
    const key = (row.type || "Unknown").toLowerCase();
    byType.set(key, [...(byType.get(key) ?? []), row]);
  }
  const workloads = [...byType.values()].map((rows) => {
    const served = rows[0].type || "Unknown";
    const known = KNOWN.find((name) => name.toLowerCase() === served.toLowerCase());
    return { type: known ?? served, ...tally(rows) };
  });
  const lower = ({ type }) => Buffer.from(type.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  workloads.sort(
    (one, other) => place(one.type) - place(other.type) || Buffer.compare(lower(one), lower(other)),
  );
  const unit = rows.map((row) => row.unitType ?? row.unitsType).find(Boolean);
  return { unit: (unit ?? "instances").toLowerCase(), workloads, totals: tally(rows) };
}

// v3's words for a type, by the type of the server; "" is any server.
const WORDS = {
  "": {
    "cloud backup (vm)": "CC_VM_Backup",
    "vm cloud backup": "CC_VM_Backup",
    "cloud replica (vm)": "CC_VM_Replica",
    "vm cloud replica": "CC_VM_Replica",
    "cloud backup (server)": "CC_Server_Backup",
    "cloud backup (workstation)": "CC_Workstation_Backup",
    vm: "VBR_VM",
    "cloud vm": "VBR_Cloud_VM",
    "file share": "VBR_NAS_Backup",
    application: "VBR_Application_Plugins",
  },
  BackupAndReplication: { server: "VBR_Server_Agent", workstation: "VBR_Workstation_Agent" },
  VSPC: { server: "VAC_Server_Agent", workstation: "VAC_Workstation_Agent" },
};

// The same words mean two products' agents; their platforms tell them apart.
const AGENTS = {
  "VBR-SERVER": "VBR_Server_Agent",
  "VBR-WORKSTATION": "VBR_Workstation_Agent",
  "VSPC-SERVER": "VAC_Server_Agent",
  "VSPC-WORKSTATION": "VAC_Workstation_Agent",
};

export const SERVER_TYPES = {
  cloudConnectUsage: "CloudConnect",
  backupServerUsage: "BackupAndReplication",
  availabilityConsoleUsage: "VSPC",
};

/** The same of v3's organizations, as `organizations.json` has them. */
export function expectedV3(organizations, resource = "cloudConnectUsage") {
  const wanted = SERVER_TYPES[resource];
  const servers = organizations.flatMap(({ servers }) => servers ?? []);
  const workloads = servers
    .filter(({ serverType }) => serverType === wanted)
    .flatMap(({ workloads }) => workloads ?? []);
  const type = ({ description, workloadsByPlatform: [platform] }) => {
    const agent = AGENTS[platform?.typeId.split("-").slice(0, 2).join("-")];
    const words = description.toLowerCase();
    return agent ?? WORDS[wanted]?.[words] ?? WORDS[""][words] ?? description;
  };
  const rows = workloads.map((workload) => ({ ...workload, type: type(workload) }));
  const counts = rows.filter((row) =>
    MEASURES.some((measure) => row[`${measure}Count`] !== 0 || row[`${measure}Units`] !== 0),
  );
  const units = new Set((counts.length ? counts : rows).map(({ unitType }) => unitType));
  if (units.size > 1) throw new Error("there are two units, so there is no total");
  const [unit = "Instances"] = units;
  return { ...expected(rows), unit: unit === "Unknown" ? "units" : unit.toLowerCase() };
}
