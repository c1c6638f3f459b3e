package workloads

import "schedviz/workloads/query"

// bankUses restricts a claim to a value of --sync.
func bankUses(how string) func(Recording) bool {
	return func(r Recording) bool { return Params[*bank](r).sync == how }
}

// affordable returns how many withdrawals there is money for.
func (p *bank) affordable() int { return min(p.balance/p.amount, p.withdrawals) }

func bankIsExact(r Recording) Finding {
	rs, p, result := query.Regions(r.Window, "withdraw"), Params[*bank](r), ResultOf[bankResult](r)
	f, n := FindingAt(r.Window, rs), p.affordable()
	if rest := p.balance - n*p.amount; result.Succeeded != n || result.Balance != rest {
		return f.Judged(Fails, "%s succeeded and %d remains; it should be %d and %d",
			count(result.Succeeded, "withdrawal"), result.Balance, n, rest)
	}
	return f.Judged(Holds, "%d of %s succeeded and %d remains, as it should be (%s)",
		result.Succeeded, count(len(rs), "withdrawal"), result.Balance, query.Names(r.Window, query.Owners(rs)))
}

// oneDecides says nothing about goroutines that never were there at the same time.
func oneDecides(r Recording) Finding {
	if most, _, _ := query.Peak(query.Regions(r.Window, "withdraw")); most < 2 {
		return inconclusive("no two goroutines wanted to withdraw at once")
	}
	return KeepsLimit(r, query.Regions(r.Window, "decided"), "goroutine", 1)
}

// bankIsOverdrawn fails only if the goroutines were kept apart: many were inside, but only one at a time was
// between check and act. Otherwise too few may have been there at the same time.
func bankIsOverdrawn(r Recording) Finding {
	w, p, result := r.Window, Params[*bank](r), ResultOf[bankResult](r)
	rs := query.Regions(w, "decided")
	most, from, to := query.Peak(rs)
	inside, _, _ := query.Peak(query.Regions(w, "withdraw"))
	f := Finding{Goroutines: query.IDs(w, query.Owners(query.OpenAt(rs, from))), From: from, To: to}
	switch {
	case result.Succeeded > p.affordable():
		return f.Judged(Holds, "%d withdrawals of %d succeeded although %d is enough for only %d; %d were between check and "+
			"act at once",
			result.Succeeded, p.amount, p.balance, p.affordable(), most)
	case p.affordable() >= p.withdrawals:
		return f.Judged(Inconclusive, "there was money for all %s", count(p.withdrawals, "withdrawal"))
	case most == 1 && inside > p.affordable() && p.yields > 0:
		return f.Judged(Fails, "%d withdrawals succeeded, and there was money for them: %d goroutines withdrew at "+
			"once, but only one at a time was between check and act",
			result.Succeeded, inside)
	}
	return f.Judged(Inconclusive, "%d withdrawals succeeded, and there was money for them; no more than %s between "+
		"check and act at once, with %s in between; "+
		"try a larger --yields, or more Ps", result.Succeeded, count(most, "goroutine"), count(p.yields, "yield"))
}
