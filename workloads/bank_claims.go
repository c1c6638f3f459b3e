package workloads

// bankUses tells for which --sync a claim is made.
func bankUses(how string) func(Recording) bool {
	return func(r Recording) bool { return params[*bank](r).sync == how }
}

// affordable returns how many withdrawals there is money for.
func (p *bank) affordable() int { return min(p.balance/p.amount, p.withdrawals) }

func bankIsExact(r Recording) Finding {
	rs, p, result := regionsOf(r.Window, "withdraw"), params[*bank](r), resultOf[bankResult](r)
	f, n := findingAt(r.Window, rs), p.affordable()
	if rest := p.balance - n*p.amount; result.Succeeded != n || result.Balance != rest {
		return f.judged(Fails, "%s succeeded and %d remains, where it should be %d and %d",
			count(result.Succeeded, "withdrawal"), result.Balance, n, rest)
	}
	return f.judged(Holds, "%d of %s succeeded and %d remains, as it should be (%s)",
		result.Succeeded, count(len(rs), "withdrawal"), result.Balance, names(r.Window, owners(rs)))
}

func oneDecides(r Recording) Finding {
	return keepsLimit(r, regionsOf(r.Window, "decided"), "goroutine", 1)
}

// bankIsOverdrawn takes it for a failure only if the goroutines were kept apart: many
// were inside, and yet just one at a time between check and act. Otherwise too few
// may have been there at the same moment.
func bankIsOverdrawn(r Recording) Finding {
	w, p, result := r.Window, params[*bank](r), resultOf[bankResult](r)
	rs := regionsOf(w, "decided")
	most, from, to := peak(rs)
	inside, _, _ := peak(regionsOf(w, "withdraw"))
	f := Finding{Goroutines: ids(w, owners(openAt(rs, from))), From: from, To: to}
	switch {
	case result.Succeeded > p.affordable():
		return f.judged(Holds, "%d withdrawals of %d succeeded where %d has money for %d; %d were between check and act at once",
			result.Succeeded, p.amount, p.balance, p.affordable(), most)
	case p.affordable() >= p.withdrawals:
		return f.judged(Inconclusive, "there was money for all %s", count(p.withdrawals, "withdrawal"))
	case most == 1 && inside > p.affordable() && p.yields > 0:
		return f.judged(Fails, "%d withdrawals succeeded, for which there was money: %d goroutines withdrew at once, but only one at a time was between check and act",
			result.Succeeded, inside)
	}
	return f.judged(Inconclusive, "%d withdrawals succeeded, for which there was money; no more than %s between check and act at once, with %s in between; "+
		"try a larger --yields, or more Ps", result.Succeeded, count(most, "goroutine"), count(p.yields, "yield"))
}
