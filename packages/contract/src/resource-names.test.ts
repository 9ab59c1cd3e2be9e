import { accessTable } from "@shifan/rules";
import { describe, expect, it } from "vitest";
import { addressOfResource, kindsShownAs, resourceAtAddress, shownResource } from "./resource-names.ts";

describe("names of resources", () => {
  it.each(Object.keys(accessTable))(
    "leads from %s to its address and from there to the name it is shown under",
    (resource) => {
      const address = addressOfResource(resource);
      expect(address).toMatch(/^[a-z-]+$/);
      expect(resourceAtAddress(address)).toBe(shownResource(resource));
      expect(kindsShownAs(shownResource(resource))).toContain(resource);
      expect(accessTable).toHaveProperty(shownResource(resource));
    },
  );

  it("shows the checks of the city with those of the districts, and complaints about staff with the others", () => {
    expect(kindsShownAs("inspections")).toEqual(["inspections", "city_checks"]);
    expect(addressOfResource("staff_complaints")).toBe("complaints");
    expect(kindsShownAs("rounds")).toEqual(["rounds"]);
  });
});
