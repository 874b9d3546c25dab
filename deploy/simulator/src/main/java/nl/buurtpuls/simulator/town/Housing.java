package nl.buurtpuls.simulator.town;

import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;

/** The dwellings of a town: which there are, whose, and which of them stand empty. */
public final class Housing {

    private final String municipality;
    private final Calendar calendar;
    private final Register register;
    private final Chance chance;
    private int dwellings;

    Housing(String municipality, Calendar calendar, Register register, Chance chance) {
        this.municipality = municipality;
        this.calendar = calendar;
        this.register = register;
        this.chance = chance;
    }

    /** A dwelling is there from today on; {@code wozValue} in EUR. */
    public void build(Buurt buurt, Tenure tenure, long wozValue) {
        dwellings++;
        String name = "d" + municipality.substring(2) + "-" + dwellings;
        buurt.free(tenure).add(new Address(name, buurt, tenure, wozValue));
        write(name, buurt, tenure, wozValue);
    }

    /** A dwelling that stands empty, if there is one, gets another landlord, or one instead of an owner who lives in it. */
    public void sell(Buurt buurt, Tenure from, Tenure to) {
        Pool<Address> empty = buurt.free(from);
        if (!empty.isEmpty()) {
            Address sold = empty.pick(chance);
            empty.remove(sold);
            sold.setTenure(to);
            buurt.free(to).add(sold);
            write(String.valueOf(sold.dwelling()), buurt, to, sold.wozValue());
        }
    }

    /** A room or an institution, which no register of dwellings has. */
    public Address openPlace(Buurt buurt) {
        return new Address(null, buurt, Tenure.UNKNOWN, 0);
    }

    static void occupy(Address address) {
        if (address.dwelling() != null && address.households == 0) {
            address.buurt().free(address.tenure()).remove(address);
        }
        address.households++;
    }

    static void vacate(Address address) {
        address.households--;
        if (address.dwelling() != null && address.households == 0) {
            address.buurt().free(address.tenure()).add(address);
        }
    }

    private void write(String dwelling, Buurt buurt, Tenure tenure, long wozValue) {
        register.write(
                calendar.day(),
                new EventData.DwellingRegistered(
                        dwelling,
                        municipality,
                        calendar.today(),
                        buurt.figures().code(),
                        tenure,
                        wozValue));
    }
}
